using System.Collections.Immutable;
using Graflow.Generators.Emitting;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Kept;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators;

/// <summary>Makes a node of every <c>[Task]</c> method, a codec of every type that tasks exchange, and a registry of the assembly's tasks, workflows and codecs. Reports nothing: <see cref="Diagnostics.TaskAnalyzer"/> does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GraflowGenerator : IIncrementalGenerator
{
    private static readonly KeptReadings<TaskReading?> Tasks = new();
    private static readonly KeptReadings<WorkflowReading> Workflows = new();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var taskReadings = ReadTasks(context);
        var workflowReadings = ReadWorkflows(context);
        var tasks = taskReadings.Select(static (reading, _) => reading.Task).WithTrackingName(TrackingNames.Tasks);
        var workflows = workflowReadings
            .Where(static reading => reading.Workflow is not null)
            .Select(static (reading, _) => reading.Workflow!)
            .Collect()
            .Select(static (workflows, _) => workflows.ToEquatableArray())
            .WithTrackingName(TrackingNames.Workflows);
        var codecs = CodecPipeline.Collect(
            context,
            taskReadings.Select(static (reading, _) => reading.Codecs),
            workflowReadings.Select(static (reading, _) => reading.Codecs));
        EmitNodes(context, tasks);
        EmitTasksClasses(context, tasks);
        CodecPipeline.Emit(context, codecs);
        EmitHost(context, EmitModule(context, tasks, workflows, codecs));
    }

    private static IncrementalValuesProvider<TaskReading> ReadTasks(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.TaskAttribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (task, ct) => Tasks.Of(task.TargetNode, task.SemanticModel.Compilation, () => ReadTask((IMethodSymbol)task.TargetSymbol, task.SemanticModel.Compilation, ct)))
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!);

    private static TaskReading? ReadTask(IMethodSymbol method, Compilation compilation, CancellationToken ct) =>
        TaskReader.Read(method, compilation, new ProblemList(), ct) is { } task
            ? new TaskReading(task, TaskPayloads.Read(method, task, compilation))
            : null;

    private static IncrementalValuesProvider<WorkflowReading> ReadWorkflows(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.WorkflowAttribute,
                static (node, _) => node is MethodDeclarationSyntax or PropertyDeclarationSyntax,
                static (member, _) => Workflows.Of(member.TargetNode, member.SemanticModel.Compilation, () => ReadWorkflow(member.TargetSymbol, member.SemanticModel.Compilation)));

    private static WorkflowReading ReadWorkflow(ISymbol member, Compilation compilation) =>
        new(WorkflowReader.Read(member, new ProblemList()), PayloadRoots.OfWorkflow(member).CodecsIn(compilation));

    private static void EmitNodes(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<TaskModel> tasks)
    {
        var clashes = tasks
            .Select(static (task, _) => task.HintName)
            .Collect()
            .Select(static (names, _) => HintNames.FindClashes(names))
            .WithTrackingName(TrackingNames.HintNameClashes);
        context.RegisterSourceOutput(tasks.Combine(clashes), static (output, pair) =>
            output.AddSource(HintNames.FileFor(pair.Left.HintName, pair.Right), NodeEmitter.Emit(pair.Left)));
    }

    private static void EmitTasksClasses(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<TaskModel> tasks)
    {
        var classes = tasks
            .Select(static (task, _) => new TasksClassModel(task.Container, task.IsPublic))
            .Collect()
            .SelectMany(static (classes, _) => Merge(classes))
            .WithTrackingName(TrackingNames.TasksClasses);
        var clashes = classes
            .Select(static (tasksClass, _) => tasksClass.HintName)
            .Collect()
            .Select(static (names, _) => HintNames.FindClashes(names));
        context.RegisterSourceOutput(classes.Combine(clashes), static (output, pair) =>
            output.AddSource(HintNames.FileFor(pair.Left.HintName, pair.Right), TasksClassEmitter.Emit(pair.Left)));
    }

    private static IncrementalValueProvider<ModuleModel> EmitModule(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<TaskModel> tasks,
        IncrementalValueProvider<EquatableArray<WorkflowModel>> workflows,
        IncrementalValueProvider<CodecListModel> codecs)
    {
        var entries = tasks
            .SelectMany(static (task, _) => NodeEmitter.Entries(task))
            .Collect()
            .Select(static (entries, _) => entries.ToEquatableArray())
            .WithTrackingName(TrackingNames.TaskEntries);
        var assembly = context.CompilationProvider
            .Select(static (compilation, _) => AssemblyReader.Read(compilation))
            .WithTrackingName(TrackingNames.Assembly);
        var hasCodecs = codecs.Select(static (codecs, _) => !codecs.IsEmpty);
        var module = entries.Combine(workflows).Combine(assembly).Combine(hasCodecs)
            .Select(static (parts, _) => new ModuleModel(parts.Left.Right, parts.Left.Left.Left, parts.Left.Left.Right, parts.Right))
            .WithTrackingName(TrackingNames.Module);
        context.RegisterSourceOutput(module, static (output, module) =>
        {
            if (!module.IsEmpty)
            {
                output.AddSource("Graflow.Module.g.cs", ModuleEmitter.Emit(module));
            }
        });
        return module;
    }

    private static void EmitHost(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<ModuleModel> module)
    {
        var program = context.CompilationProvider
            .Select(static (compilation, _) => ProgramReader.Read(compilation))
            .WithTrackingName(TrackingNames.Program);
        var wantsMain = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.ProgramAttribute,
                static (node, _) => node is CompilationUnitSyntax,
                static (unit, ct) => ProgramReader.WantsMain(unit.SemanticModel.Compilation, ct))
            .Collect()
            .Select(static (wants, _) => wants.Contains(true));
        var host = program.Combine(module).Combine(wantsMain)
            .Select(static (parts, _) => new HostModel(parts.Left.Left, parts.Left.Right.Assembly.Name, !parts.Left.Right.IsEmpty, parts.Right))
            .WithTrackingName(TrackingNames.Host);
        context.RegisterSourceOutput(host, static (output, host) =>
        {
            if (host.Program.TakesHost)
            {
                output.AddSource("Graflow.Host.g.cs", HostEmitter.Emit(host));
            }
        });
    }

    private static IEnumerable<TasksClassModel> Merge(ImmutableArray<TasksClassModel> classes) =>
        classes
            .GroupBy(static tasksClass => tasksClass.Container)
            .Select(static group => new TasksClassModel(group.Key, group.Any(static tasksClass => tasksClass.IsPublic)));
}
