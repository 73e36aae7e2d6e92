using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>Writes the declaration that says once what holds for all of a container's nodes: how visible their class is.</summary>
internal static class TasksClassEmitter
{
    public static string Emit(TasksClassModel tasksClass)
    {
        var container = tasksClass.Container;
        var visibility = tasksClass.IsPublic ? "public" : "internal";
        var hides = container.HidesInherited ? "new " : "";
        var writer = new CodeWriter();
        ContainerWriter.Open(writer, container);
        writer.Line($"/// <summary>The tasks of <c>{Literal.Xml(container.HintName)}</c> as nodes: combine them with <c>&gt;&gt;</c> and <c>|</c>.</summary>");
        writer.Open($"{visibility} {hides}static partial class {container.TasksName}");
        writer.Close();
        ContainerWriter.Close(writer, container);
        return writer.ToString();
    }
}
