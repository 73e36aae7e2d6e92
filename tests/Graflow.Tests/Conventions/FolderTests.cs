using Xunit;

namespace Graflow.Tests.Conventions;

/// <summary>Folders of the library point one way. Types of the namespace <c>Graflow</c> are the vocabulary that every folder speaks.</summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Dsl"] = ["Plans", "Engine", "Workers", "CompilerServices"],
        // A flow keeps its plan, and the plan's compiler reads the flow: the one pair that knows each other.
        ["Plans"] = ["Dsl", "Engine", "CompilerServices"],
        // What a log tells, with or without the program that wrote it.
        ["Runs"] = ["Dsl", "Plans", "Engine", "Channels", "Fleets", "Logs", "Telemetry", "Payloads", "CompilerServices"],
        ["Pictures"] = ["Dsl", "CompilerServices"],
        ["Engine"] = ["Coordination", "Fleets", "Handlers", "Channels", "Logs", "Observers", "Workers", "Resilience", "Telemetry", "Payloads", "CompilerServices"],
        ["Coordination"] = ["Resilience", "Telemetry", "Payloads"],
        // What the processes that share a store do for each other.
        ["Fleets"] = ["Channels", "Handlers", "Logs", "Workers", "Telemetry", "Payloads", "CompilerServices"],
        ["Handlers"] = ["Workers", "Resilience", "Telemetry", "Payloads"],
        ["Workers"] = ["Channels", "Resilience", "Telemetry", "Payloads", "CompilerServices"],
        ["Channels"] = ["Resilience", "Telemetry", "Payloads", "CompilerServices"],
        ["Logs"] = ["Telemetry", "Payloads", "CompilerServices"],
        ["Observers"] = ["Telemetry"],
        ["Resilience"] = ["Telemetry"],
        ["Telemetry"] = [],
        ["Payloads"] = ["CompilerServices"],
        ["CompilerServices"] = [],
    };

    // A folder, and the type against the arrows that it may name all the same.
    private static readonly HashSet<(string Folder, string Type)> Exceptions =
    [
        // A continuation is a flow, known only when a body returns it.
        ("Engine", "NextTarget"), ("Engine", "NextKind"), ("Engine", "NextTransfer"),
        // A lambda is the one task that no other process can find.
        ("Engine", "LambdaTask"),
        ("Workers", "NextTarget"), ("Workers", "NextKind"), ("Workers", "NextTransfer"),
        // A map's vertex compiles its body when the elements are known.
        ("Engine", "ForEachExpression"), ("Engine", "ConfiguredExpression"), ("Engine", "GroupSettings"),
        // The in-memory log keeps what the driver has and writes it out only when it is read.
        ("Logs", "RunScope"), ("Logs", "VertexPlace"), ("Logs", "ITaskVertex"), ("Logs", "IWaitVertex"),
        // What a journal tells is kept in the words of those who ask for it.
        ("Logs", "Signal"),
        // Observers read the recorder of the run that they follow.
        ("Observers", "RunRecorder"), ("Observers", "EventBuffer"),
        // What generated programs call to serve.
        ("CompilerServices", "TaskServer"), ("CompilerServices", "ServingStreams"),
    ];

    [Fact]
    public void Folders_point_one_way()
    {
        var arrows = from type in typeof(Unit).Assembly.GetTypes()
                     from used in TypeReferences.Of(type)
                     where used.Assembly == type.Assembly && !IsAllowed(FolderOf(type), used)
                     select $"{FolderOf(type)} -> {FolderOf(used)}: {type.Name} uses {used.Name}";
        Assert.Empty(arrows);
    }

    [Fact]
    public void Every_folder_with_a_namespace_has_its_place() =>
        Assert.Empty(typeof(Unit).Assembly.GetTypes().Select(FolderOf).Where(folder => folder.Length > 0 && !MayUse.ContainsKey(folder)).Distinct());

    private static bool IsAllowed(string folder, Type used) =>
        FolderOf(used) is var target
        && (folder.Length == 0 || target.Length == 0 || folder == target
            || MayUse.GetValueOrDefault(folder, []).Contains(target)
            || Exceptions.Contains((folder, used.Name.Split('`')[0])));

    private static string FolderOf(Type type) =>
        type.Namespace?.Split('.') is ["Graflow", var folder, ..] ? folder : "";
}
