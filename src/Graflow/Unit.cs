namespace Graflow;

/// <summary>"Nothing": the input of a source task and the output of a task that returns <c>void</c>, <see cref="Task"/> or <see cref="ValueTask"/>.</summary>
public readonly record struct Unit
{
    /// <summary>The only value there is; the same as <c>default</c>.</summary>
    public static Unit Value => default;

    /// <summary><c>()</c>.</summary>
    public override string ToString() => "()";
}
