namespace Graflow.Bench.Harness;

internal sealed class WrongResultException(string message) : Exception(message);
