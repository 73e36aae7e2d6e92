using System.Text.Json;
using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Json;

namespace Graflow.Running;

/// <summary>Runs a workflow to its end, whatever its types.</summary>
/// <param name="context">What all commands share.</param>
/// <param name="input">What <c>--input</c> says; null where it is absent.</param>
/// <param name="asJson">Whether the result is a document.</param>
/// <param name="follows">Whether the events of the run are told.</param>
internal sealed class WorkflowRunner(CommandContext context, string? input, bool asJson, bool follows) : IWorkflowVisitor<Task<int>>
{
    public async Task<int> Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
    {
        var writer = new OutputWriter<TOut>(workflow, context.Contracts);
        writer.Check();
        using var interruption = new Interruption(context.Streams.AreOfProcess);
        var value = await ReadInputAsync(workflow, flow, interruption.Token).ConfigureAwait(false);
        var (runId, output) = await RunAsync(workflow.Name, flow, value, interruption.Token).ConfigureAwait(false);
        Tell(workflow.Name, runId, writer.Write(output));
        return ExitCode.Ok;
    }

    private async Task<TIn> ReadInputAsync<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow, CancellationToken ct)
    {
        if (typeof(TIn) == typeof(Unit))
        {
            return input is null ? default! : throw new CommandException("input", $"{workflow.Name} takes no input; leave out --input.");
        }

        var reader = new InputReader<TIn, TOut>(workflow, InputNames.Of(workflow, flow), context.Contracts);
        return input is null
            ? throw new CommandException("input", $"{workflow.Name} needs an input. {reader.Expectation()} Or name a file: --input @file, and @- for standard input.")
            : reader.Read(await InputSource.ReadAsync(input, context.Streams, ct).ConfigureAwait(false));
    }

    private async Task<(string RunId, TOut Output)> RunAsync<TIn, TOut>(string name, IExecutable<TIn, TOut> flow, TIn value, CancellationToken ct)
    {
        using var lead = context.Streams.AreOfProcess ? new ConsoleLead() : null;
        using var follower = follows && !asJson ? new ConsoleObserver(context.Streams.Error) : null;
        var engine = new WorkflowEngine(options => Configure(options, follower));
        await using var disposed = engine.ConfigureAwait(false);
        var run = await engine.StartAsync(flow, value, new RunOptions { Keep = false }, ct).ConfigureAwait(false);
        await using var ended = run.ConfigureAwait(false);
        try
        {
            return (run.Id, await run.Completion.ConfigureAwait(false));
        }
        catch (Exception cause)
        {
            throw new RunEndedException(name, run.Id, cause);
        }
    }

    private void Configure(WorkflowEngineOptions options, ConsoleObserver? follower)
    {
        context.Configure(options);
        if (follower is not null)
        {
            options.Observers.Add(follower);
        }
        else if (follows)
        {
            options.Observers.Add(new EventWriter(context.Streams.Error));
        }
    }

    private void Tell(string workflow, string runId, JsonElement output)
    {
        if (asJson)
        {
            context.Write(new RunResult(workflow, runId, "succeeded", output), DocumentJson.Relaxed.RunResult);
        }
        else
        {
            context.Write(output, DocumentJson.Relaxed.JsonElement);
        }
    }
}
