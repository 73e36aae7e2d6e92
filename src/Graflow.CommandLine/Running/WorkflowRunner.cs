using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Json;

namespace Graflow.Running;

/// <summary>Runs a workflow to its end, whatever its types.</summary>
/// <param name="context">What all commands share.</param>
/// <param name="request">What was asked for.</param>
internal sealed class WorkflowRunner(CommandContext context, RunRequest request) : IWorkflowVisitor<Task<int>>
{
    public async Task<int> Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow)
    {
        var teller = new OutputTeller<TOut>(context, workflow, request.Telling.AsJson);
        using var interruption = new Interruption(TimeProvider.System, context.Streams.AreOfProcess);
        var value = await ReadInputAsync(workflow, flow, interruption.Token).ConfigureAwait(false);
        var session = new EngineSession(context, request.Telling, request.Place, interruption);
        await using var ended = session.ConfigureAwait(false);
        var options = new RunOptions { Keep = false, RunId = request.RunId };
        if (request.Detaches)
        {
            await SubmitAsync(session.Engine, flow, value, options, interruption.Token).ConfigureAwait(false);
            return ExitCode.Ok;
        }

        var (runId, output) = await session.RunAsync(workflow.Name, flow, value, options).ConfigureAwait(false);
        teller.Tell(runId, output);
        return ExitCode.Ok;

        async Task SubmitAsync(WorkflowEngine engine, IExecutable<TIn, TOut> flow, TIn value, RunOptions options, CancellationToken ct)
        {
            if (engine.Fleet is null)
            {
                throw StorePlace.NoFleet();
            }

            var (submitted, isNew) = await engine.SubmitAsync(flow, value, options, ct).ConfigureAwait(false);
            if (request.Telling.AsJson)
            {
                context.Write(new SubmittedEntry(workflow.Name, submitted.RunId, isNew ? "submitted" : "present"), DocumentJson.Relaxed.SubmittedEntry);
            }
            else
            {
                context.Write(submitted.RunId);
            }
        }
    }

    private async Task<TIn> ReadInputAsync<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow, CancellationToken ct)
    {
        var input = request.Input;
        if (typeof(TIn) == typeof(Unit))
        {
            return input is null ? default! : throw new CommandException("input", $"{workflow.Name} takes no input; leave out --input.");
        }

        var reader = new InputReader<TIn, TOut>(workflow, InputNames.Of(workflow, flow), context.Contracts);
        return input is null
            ? throw new CommandException("input", $"{workflow.Name} needs an input. {reader.Expectation()} Or name a file: --input @file, and @- for standard input.")
            : reader.Read(await InputSource.ReadAsync(input, context.Streams, ct).ConfigureAwait(false));
    }
}
