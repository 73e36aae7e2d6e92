using Graflow.Workers;

namespace Graflow;

/// <summary>A child process or a container did not become ready for tasks. No body has run.</summary>
public sealed class WorkerStartException : GraflowException
{
    private const string ServeAdvice = "Begin its Main with: if (await GraflowHost.TryServeAsync(args)) return;";

    internal WorkerStartException(string message, Exception? inner = null, string? id = null)
        : base(message, inner, id)
    {
    }

    /// <summary>It was started and said nothing.</summary>
    internal static WorkerStartException DoesNotServe(string worker, string program, string end, IReadOnlyList<string> output) =>
        new($"{worker}, started to run tasks of this program, {end} and never served. {program} does not call GraflowHost.TryServeAsync. {ServeAdvice}{WorkerText.Lines(output)}", id: "GRF305");

    /// <summary>A program that was started to serve, and does not, starts workers of its own.</summary>
    internal static WorkerStartException InsideWorker() =>
        new($"This program was started to run tasks for another process and does not call GraflowHost.TryServeAsync, so it starts no processes of its own: they would do the same again. {ServeAdvice}", id: "GRF305");
}
