using System.Globalization;
using System.Text;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary>A description for people.</summary>
internal static class DescriptionText
{
    internal static string Of(WorkflowDescription workflow)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{workflow.Name}: {workflow.Input} → {workflow.Output}\n");
        if (workflow.Example is { } example)
        {
            text.Append(CultureInfo.InvariantCulture, $"input, for example: {example.GetRawText()}\n");
        }

        text.Append("tasks:\n");
        foreach (var task in workflow.Tasks)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {task.Path}: {task.Input} → {task.Output}{Details(task)}\n");
        }

        var handlers = workflow.Handlers.Select(static handler => handler.IsKnown ? handler.Name : $"{handler.Name} (not registered)");
        return text.Append(CultureInfo.InvariantCulture, $"handlers: {string.Join(", ", handlers)}").ToString();
    }

    private static string Details(TaskEntry task)
    {
        var options = task.Options;
        string?[] details =
        [
            task.ForEach ? "for each element" : null,
            options.Handler == "direct" ? null : $"handler {options.Handler}",
            options.Queue is { } queue ? $"queue {queue}" : null,
            options.Timeout is { } timeout ? $"timeout {timeout:c}" : null,
            options.MaxAttempts is { } attempts ? $"{attempts} attempts" : null,
            options.Concurrency is { } concurrency ? $"at most {concurrency} at once" : null,
            options.PerSecond is { } rate ? string.Create(CultureInfo.InvariantCulture, $"at most {rate} a second") : null,
            options.Cache is { } cache ? $"cached {cache:c}" : null,
            options.BreaksAfter is { } failures ? $"breaks after {failures}" : null,
            options.Priority is { } priority ? $"priority {priority}" : null,
            task.Next.Count == 0 ? null : $"may continue with {string.Join(", ", task.Next)}",
        ];
        var said = string.Join(", ", details.OfType<string>());
        return said.Length == 0 ? "" : $" ({said})";
    }
}
