using System.Reflection;

namespace Graflow.Redis.TestProgram;

/// <summary>A flow of this build, of which an older one knows only a part.</summary>
public static partial class Mixed
{
    [Workflow]
    public static Flow<int, string> All { get; } = Known.Tasks.Numbers >> (Known.Tasks.Old.ForEach() | Tasks.New.ForEach()) >> Tasks.Tell;

    /// <summary>The program that runs it.</summary>
    [Task]
    public static string New(int number) => Assembly.GetEntryAssembly()!.GetName().Name!;

    [Task]
    public static string Tell(IReadOnlyList<string> old, IReadOnlyList<string> fresh) =>
        $"{old.Count} old, {string.Join(' ', fresh.Distinct())}";
}
