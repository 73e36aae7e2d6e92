using Graflow.Commands;
using Graflow.CompilerServices;
using Graflow.Json;

namespace Graflow.Running;

/// <summary>Tells the output of a run that succeeded. Made before the run begins: a result that could not be told would have been for nothing.</summary>
internal sealed class OutputTeller<TOut>
{
    private readonly CommandContext _context;
    private readonly WorkflowRegistration _workflow;
    private readonly OutputWriter<TOut> _writer;
    private readonly bool _asJson;

    /// <exception cref="CommandException">The program has no contract for the output.</exception>
    internal OutputTeller(CommandContext context, WorkflowRegistration workflow, bool asJson)
    {
        (_context, _workflow, _asJson) = (context, workflow, asJson);
        _writer = new OutputWriter<TOut>(workflow, context.Contracts);
        _writer.Check();
    }

    internal void Tell(string runId, TOut output)
    {
        if (_asJson)
        {
            _context.Write(ResultOf(runId, output), DocumentJson.Relaxed.RunResult);
        }
        else
        {
            _context.Write(_writer.Write(output), DocumentJson.Relaxed.JsonElement);
        }
    }

    internal RunResult ResultOf(string runId, TOut output) => new(_workflow.Name, runId, "succeeded", _writer.Write(output));
}
