namespace Graflow.Payloads.Tests.Shapes;

internal readonly record struct Point(int X, int Y);
