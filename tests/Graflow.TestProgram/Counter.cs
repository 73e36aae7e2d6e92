namespace Graflow.TestProgram;

/// <summary>An instance task.</summary>
public sealed partial class Counter
{
    private int _calls;

    [Task]
    public int Next(int value) => value + ++_calls;
}
