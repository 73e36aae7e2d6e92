using System.Text.Json;
using Graflow.Fleets;
using Graflow.Json;
using Graflow.Running;

namespace Graflow.Commands;

/// <summary>Tells a person, or with <c>--json</c> a program, what went wrong.</summary>
internal sealed class ProblemReport(CommandStreams streams, bool asJson)
{
    /// <returns>The exit code.</returns>
    internal int Tell(Exception problem)
    {
        var document = Of(problem);
        Write(document);
        return document.ExitCode;
    }

    internal static ProblemDocument Of(Exception problem)
    {
        var cause = problem is TypeInitializationException { InnerException: { } inner } ? inner : problem;
        return cause switch
        {
            CommandException command => new ProblemDocument(command.Kind, command.Message, ExitCode.Usage) { Path = command.Place?.Path, Line = command.Place?.Line, Column = command.Place?.Column },
            RunEndedException ended => Of(ended),
            WaitEndedException wait => new ProblemDocument("waitEnded", cause.Message, ExitCode.Cancelled) { RunId = wait.RunId },
            RunNotFoundException missing => new ProblemDocument("unknownRun", cause.Message, ExitCode.Usage) { RunId = missing.RunId },
            RunLockedException locked => new ProblemDocument("locked", cause.Message, ExitCode.Usage) { RunId = locked.RunId },
            RunConflictException conflict => new ProblemDocument("conflict", cause.Message, ExitCode.Usage) { RunId = conflict.RunId },
            RunStateException state => new ProblemDocument("runState", cause.Message, ExitCode.Usage) { RunId = state.RunId },
            FlowChangedException changed => new ProblemDocument("flowChanged", cause.Message, ExitCode.Usage) { RunId = changed.RunId, Workflow = changed.Workflow },
            SignalRefusedException refused => new ProblemDocument("signalRefused", cause.Message, ExitCode.Usage) { RunId = refused.RunId },
            RunLogException => new ProblemDocument("log", cause.Message, ExitCode.Usage),
            IFleetFault => new ProblemDocument("redis", cause.Message, ExitCode.Usage),
            IGraflowError error => new ProblemDocument("definition", cause.Message, ExitCode.Usage) { Rule = error.Id, Help = error.HelpLink },
            IOException or UnauthorizedAccessException => new ProblemDocument("file", cause.Message, ExitCode.Usage),
            OperationCanceledException => new ProblemDocument("runCancelled", "Interrupted before the run began.", ExitCode.Cancelled),
            ArgumentException => new ProblemDocument("definition", cause.Message, ExitCode.Usage),
            _ => new ProblemDocument("unexpected", cause.ToString(), ExitCode.RunFailed),
        };
    }

    private static ProblemDocument Of(RunEndedException ended)
    {
        var cause = ended.InnerException!;
        var (kind, code) = cause switch
        {
            RunCancelledException => ("runCancelled", ExitCode.Cancelled),
            RunSuspendedException => ("runSuspended", ExitCode.Suspended),
            RunLogException => ("log", ExitCode.Suspended),
            _ => ("runFailed", ExitCode.RunFailed),
        };
        return new ProblemDocument(kind, kind == "runSuspended" ? Suspended(ended) : cause.Message, code)
        {
            Workflow = ended.Workflow,
            RunId = ended.RunId,
            Rule = (cause as IGraflowError)?.Id,
            Help = cause.HelpLink,
            Task = (cause as TaskFailedException)?.TaskId ?? (cause as TaskTimeoutException)?.TaskId,
            ErrorType = (cause as TaskFailedException)?.Failure.ErrorType ?? cause.GetType().FullName,
        };
    }

    private static string Suspended(RunEndedException ended) =>
        $"Run {ended.RunId} is suspended; what has finished stays finished. Go on with it: runs resume {ended.RunId}{ended.Place.Arguments}";

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
