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
        using var interruption = new Interruption(context.Streams.AreOfProcess);
        var value = await ReadInputAsync(workflow, flow, interruption.Token).ConfigureAwait(false);
        var session = new EngineSession(context, request.Telling, request.Log, interruption);
        await using var ended = session.ConfigureAwait(false);
        var options = new RunOptions { Keep = false, RunId = request.RunId };
        var run = await session.Engine.StartAsync(flow, value, options, session.Cancelled).ConfigureAwait(false);
        teller.Tell(run.Id, await session.OutputOfAsync(workflow.Name, run).ConfigureAwait(false));
        return ExitCode.Ok;
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
