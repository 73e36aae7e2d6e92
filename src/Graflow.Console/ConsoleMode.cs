namespace Graflow;

/// <summary>How a <see cref="ConsoleObserver"/> shows what happens.</summary>
public enum ConsoleMode
{
    /// <summary>A live tree when standard output is an interactive terminal, else lines.</summary>
    Auto,

    /// <summary>One line for each event that a reader of a log wants to see: no colours, no cursor movement.</summary>
    Lines,
}
