namespace Graflow.Generators;

/// <summary>The names of the generator's steps, by which tests see what was redone.</summary>
internal static class TrackingNames
{
    public const string Tasks = nameof(Tasks);
    public const string HintNameClashes = nameof(HintNameClashes);
    public const string TasksClasses = nameof(TasksClasses);
    public const string TaskEntries = nameof(TaskEntries);
    public const string Workflows = nameof(Workflows);
    public const string ReachedCodecs = nameof(ReachedCodecs);
    public const string CodecList = nameof(CodecList);
    public const string Waits = nameof(Waits);
    public const string Codecs = nameof(Codecs);
    public const string CodecEntries = nameof(CodecEntries);
    public const string Assembly = nameof(Assembly);
    public const string Module = nameof(Module);
    public const string Program = nameof(Program);
    public const string Host = nameof(Host);

    public static IReadOnlyList<string> All { get; } = [Tasks, HintNameClashes, TasksClasses, TaskEntries, Workflows, ReachedCodecs, CodecList, Waits, Codecs, CodecEntries, Assembly, Module, Program, Host];
}
