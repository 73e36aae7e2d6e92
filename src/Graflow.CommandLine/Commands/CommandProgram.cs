using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Json.Serialization.Metadata;

namespace Graflow.Commands;

/// <summary>Reads a command line and does what it says. Whatever goes wrong becomes a message and an exit code.</summary>
internal sealed class CommandProgram(CommandStreams streams, Action<WorkflowEngineOptions>? configure, IJsonTypeInfoResolver? json)
{
    // An argument that begins with @ is a file with the workflow's input, not with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    internal async Task<int> RunAsync(string[] args)
    {
        var tree = new CommandTree(new CommandContext(streams, configure, json));
        var parsed = tree.Root.Parse(args, Parsing);
        var problems = new ProblemReport(streams, parsed.GetValue(tree.Json));
        if (parsed.Action is ParseErrorAction)
        {
            return problems.Tell(new CommandException("usage", $"{string.Join(" ", parsed.Errors.Select(static error => error.Message).Distinct())} See {CommandTree.NameOf(parsed)} --help."));
        }

        try
        {
            return await parsed.InvokeAsync(Invocation()).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            return problems.Tell(problem);
        }
    }

    private InvocationConfiguration Invocation() => new()
    {
        Output = streams.Output,
        Error = streams.Error,
        EnableDefaultExceptionHandler = false,
        // A run hears of an interrupt by itself and is given the time that it needs.
        ProcessTerminationTimeout = null,
    };
}
