namespace Graflow.Payloads.Tests.Shapes;

internal sealed record Customer(string Name, int Age);
