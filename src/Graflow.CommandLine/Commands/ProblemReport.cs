using System.Text.Json;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary>Tells a person, or with <c>--json</c> a program, what went wrong.</summary>
internal sealed class ProblemReport(CommandStreams streams, bool asJson)
{
    /// <returns>The exit code.</returns>
    internal int Tell(Exception problem)
    {
        var cause = problem is TypeInitializationException { InnerException: { } inner } ? inner : problem;
        var document = cause switch
        {
            CommandException command => new ProblemDocument(command.Kind, command.Message, ExitCode.Usage) { Path = command.Place?.Path, Line = command.Place?.Line, Column = command.Place?.Column },
            RunEndedException ended => Of(ended),
            IGraflowError error => new ProblemDocument("definition", cause.Message, ExitCode.Usage) { Rule = error.Id, Help = error.HelpLink },
            IOException or UnauthorizedAccessException => new ProblemDocument("file", cause.Message, ExitCode.Usage),
            OperationCanceledException => new ProblemDocument("runCancelled", "Interrupted before the run began.", ExitCode.Cancelled),
            ArgumentException => new ProblemDocument("definition", cause.Message, ExitCode.Usage),
            _ => new ProblemDocument("unexpected", cause.ToString(), ExitCode.RunFailed),
        };
        Write(document);
        return document.ExitCode;
    }

    private static ProblemDocument Of(RunEndedException ended)
    {
        var cause = ended.InnerException!;
        var isCancelled = cause is RunCancelledException;
        return new ProblemDocument(isCancelled ? "runCancelled" : "runFailed", cause.Message, isCancelled ? ExitCode.Cancelled : ExitCode.RunFailed)
        {
            Workflow = ended.Workflow,
            RunId = ended.RunId,
            Rule = (cause as IGraflowError)?.Id,
            Help = cause.HelpLink,
            Task = (cause as TaskFailedException)?.TaskId ?? (cause as TaskTimeoutException)?.TaskId,
            ErrorType = (cause as TaskFailedException)?.Failure.ErrorType ?? cause.GetType().FullName,
        };
    }

    private void Write(ProblemDocument document)
    {
        if (asJson)
        {
            streams.Output.WriteLine(JsonSerializer.Serialize(new ProblemEnvelope(document), DocumentJson.Relaxed.ProblemEnvelope));
            return;
        }

        streams.Error.WriteLine(document.Message);
        if (document.Help is { } help)
        {
            streams.Error.WriteLine(help);
        }
    }
}
