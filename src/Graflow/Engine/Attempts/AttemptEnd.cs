namespace Graflow.Engine;

/// <summary>How an attempt ended, for the circuit that counts it.</summary>
internal enum AttemptEnd
{
    Succeeded,
    Failed,
    Cancelled,
}
