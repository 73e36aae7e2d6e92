namespace Graflow.Running;

/// <summary>What an interrupt is beside those that came before it.</summary>
internal enum InterruptKind
{
    /// <summary>Asks the run to end.</summary>
    First,

    /// <summary>The first one once more: what passes signals on may send one to a program and then to its group.</summary>
    Echo,

    /// <summary>Ends the program.</summary>
    Second,
}
