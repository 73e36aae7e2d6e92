using Graflow.Workers;

namespace Graflow;

/// <summary>A child process or a container did not become ready for tasks. No body has run.</summary>
public sealed class WorkerStartException : GraflowException
{
    private const string ServeCall = "if (await GraflowHost.TryServeAsync(args)) return;";

    private const string ServeAdvice = $"Begin its Main with: {ServeCall}";

    internal WorkerStartException(string message, Exception? inner = null, string? id = null)
        : base(message, inner, id)
    {
    }

    /// <summary>It was started and said nothing.</summary>
    internal static WorkerStartException DoesNotServe(string worker, string program, string end, IReadOnlyList<string> output) =>
        new($"{worker}, started to run tasks of this program, {end} and never served. {program} does not call GraflowHost.TryServeAsync. {ServeAdvice}{WorkerText.Lines(output, "output")}", id: "GRF305");

    /// <summary>It was started and failed, by itself or over arguments that it does not know.</summary>
    internal static WorkerStartException Failed(string worker, string program, string end, IReadOnlyList<string> output) =>
        new($"{worker}, started to run tasks in {program}, {end} before it served. If that is over the argument {ServingStreams.Command}, begin its Main with: {ServeCall}{WorkerText.Lines(output, "output")}");

    /// <summary>There is no place for what a worker connects to.</summary>
    internal static WorkerStartException NoSocket(string folder, Exception reason) =>
        new($"No socket can be made in the folder of temporary files, {folder}, by which a child process or a container is to connect: {reason.Message} Let the variable TMPDIR name a folder that this program can write to.", reason);

    /// <summary>A program that was started to serve, and does not, starts workers of its own.</summary>
    internal static WorkerStartException InsideWorker() =>
        new($"This program was started to run tasks for another process and does not call GraflowHost.TryServeAsync, so it starts no processes of its own: they would do the same again. {ServeAdvice}", id: "GRF305");

    /// <summary>A body that runs in a worker starts workers of its own. It could do so for ever, and killing one of them would leave what it started.</summary>
    internal static WorkerStartException InsideBody() =>
        new("This process runs tasks for another one and starts no processes or containers of its own. Return Next.To(flow, input) from the body: the process that drives the run then gives the flow its workers. Or run the task that starts the engine in the driver, without a handler and outside of Execution.Processes.");
}
