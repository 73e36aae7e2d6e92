namespace Graflow.Payloads.Tests.Shapes;

internal enum Level : byte
{
    Low = 1,
    High = 2,
}
