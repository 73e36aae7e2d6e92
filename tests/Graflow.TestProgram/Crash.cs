namespace Graflow.TestProgram;

/// <summary>How a body ends its process.</summary>
public enum Crash
{
    Exit,
    FailFast,
    StackOverflow,
    Kill,
}
