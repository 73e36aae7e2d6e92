using System.CommandLine;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary><c>graph</c>: a workflow as a picture.</summary>
internal static class GraphCommand
{
    internal static Command Create(CommandContext context, Option<bool> json)
    {
        var workflow = CommandTree.WorkflowArgument();
        var format = new Option<string>("--format") { Description = "mermaid, dot, html (one page that needs no network) or svg (needs Graphviz).", DefaultValueFactory = static _ => "mermaid" };
        format.AcceptOnlyFromAmong("mermaid", "dot", "html", "svg");
        var output = new Option<string>("--output", "-o") { Description = "The file to write to; standard output where it is absent." };
        var command = new Command("graph", "Draws a workflow.") { workflow, format, output };
        command.SetAction(async (parsed, ct) =>
        {
            var drawn = new DrawnFlow(parsed.GetRequiredValue(workflow), parsed.GetRequiredValue(format), Content: null, parsed.GetValue(output));
            var content = await DrawAsync(drawn, ct).ConfigureAwait(false);
            await TellAsync(context, drawn, content, parsed.GetValue(json)).ConfigureAwait(false);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<string> DrawAsync(DrawnFlow drawn, CancellationToken ct)
    {
        var flow = Catalogue.Find(drawn.Workflow).Flow();
        return drawn.Format switch
        {
            "dot" => flow.ToDot(),
            "html" => flow.ToHtml(drawn.Workflow),
            "svg" => await Graphviz.DrawAsync(flow.ToDot(), ct).ConfigureAwait(false),
            _ => flow.ToMermaid(),
        };
    }

    private static async Task TellAsync(CommandContext context, DrawnFlow drawn, string content, bool asJson)
    {
        if (drawn.File is { } file)
        {
            await File.WriteAllTextAsync(file, content).ConfigureAwait(false);
        }

        if (asJson)
        {
            context.Write(drawn with { Content = drawn.File is null ? content : null }, DocumentJson.Relaxed.DrawnFlow);
        }
        else if (drawn.File is null)
        {
            context.Write(content.TrimEnd('\n'));
        }
    }
}
