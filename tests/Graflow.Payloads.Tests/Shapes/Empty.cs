namespace Graflow.Payloads.Tests.Shapes;

[Payload]
internal sealed class Empty;
