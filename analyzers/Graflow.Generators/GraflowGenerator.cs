using System.Collections.Immutable;
using Graflow.Generators.Emitting;
using Graflow.Generators.Models;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators;

/// <summary>Makes a node of every <c>[Task]</c> method and a registry of the assembly's tasks and workflows. Reports nothing: <see cref="Diagnostics.TaskAnalyzer"/> does.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GraflowGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var tasks = ReadTasks(context);
        EmitNodes(context, tasks);
        EmitTasksClasses(context, tasks);
        EmitModule(context, tasks);
    }

    private static IncrementalValuesProvider<TaskModel> ReadTasks(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.TaskAttribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (task, ct) => TaskReader.Read((IMethodSymbol)task.TargetSymbol, task.SemanticModel.Compilation, new ProblemList(), ct))
            .Where(static task => task is not null)
            .Select(static (task, _) => task!)
            .WithTrackingName(TrackingNames.Tasks);

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

    private static void EmitModule(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<TaskModel> tasks)
    {
        var entries = tasks
            .SelectMany(static (task, _) => NodeEmitter.Entries(task))
            .Collect()
            .Select(static (entries, _) => entries.ToEquatableArray())
            .WithTrackingName(TrackingNames.TaskEntries);
        var assembly = context.CompilationProvider
            .Select(static (compilation, _) => AssemblyReader.Read(compilation))
            .WithTrackingName(TrackingNames.Assembly);
        var module = entries.Combine(ReadWorkflows(context)).Combine(assembly)
            .Select(static (parts, _) => new ModuleModel(parts.Right, parts.Left.Left, parts.Left.Right))
            .WithTrackingName(TrackingNames.Module);
        context.RegisterSourceOutput(module, static (output, module) =>
        {
            if (!module.IsEmpty)
            {
                output.AddSource("Graflow.Module.g.cs", ModuleEmitter.Emit(module));
            }
        });
    }

    private static IncrementalValueProvider<EquatableArray<WorkflowModel>> ReadWorkflows(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnown.WorkflowAttribute,
                static (node, _) => node is MethodDeclarationSyntax or PropertyDeclarationSyntax,
                static (member, _) => WorkflowReader.Read(member.TargetSymbol, new ProblemList()))
            .Where(static workflow => workflow is not null)
            .Select(static (workflow, _) => workflow!)
            .Collect()
            .Select(static (workflows, _) => workflows.ToEquatableArray())
            .WithTrackingName(TrackingNames.Workflows);

    private static IEnumerable<TasksClassModel> Merge(ImmutableArray<TasksClassModel> classes) =>
        classes
            .GroupBy(static tasksClass => tasksClass.Container)
            .Select(static group => new TasksClassModel(group.Key, group.Any(static tasksClass => tasksClass.IsPublic)));
}
