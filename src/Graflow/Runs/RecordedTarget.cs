using Graflow.CompilerServices;

namespace Graflow.Runs;

/// <summary>What a task continued with, or a side task: its text and its plan, as far as the log or the program has them.</summary>
internal readonly record struct RecordedTarget(string Text, RecordedPlan Plan)
{
    /// <param name="target">The target as it was written for a resume.</param>
    /// <param name="structure">Its structure; null where the log has none.</param>
    internal static RecordedTarget Of(ReadOnlyMemory<byte> target, string? structure)
    {
        var next = TryRead(target);
        return new RecordedTarget(next?.Executable.ToString() ?? "…", structure is not null ? StoredPlan.Parse(structure) : next is not null ? RecordedPlan.Of(next.Plan) : RecordedPlan.Unknown);
    }

    /// <returns>Null where the program has not what was written.</returns>
    internal static NextTarget? TryRead(ReadOnlyMemory<byte> target)
    {
        var reader = new PayloadReader(target.Span);
        try
        {
            return NextTransfer.Read(ref reader, output: null);
        }
        catch (Exception)
        {
            // The program has not, or not any more, what the run went on with.
            return null;
        }
    }
}
