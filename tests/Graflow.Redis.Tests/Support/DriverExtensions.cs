using Graflow.Redis.Runs;
using Graflow.Redis.Tasks;
using Xunit;

namespace Graflow.Redis.Tests.Support;

/// <summary>What a run's driver does, said of its cell.</summary>
internal static class DriverExtensions
{
    /// <summary>Submits tasks of a run that has had one driver.</summary>
    /// <param name="runs">The cell.</param>
    /// <param name="runId">The run.</param>
    /// <param name="written">How much the driver has written before.</param>
    /// <param name="tasks">The tasks.</param>
    internal static async Task SubmitAsync(this CellRuns runs, string runId, long written, params TaskSubmission[] tasks) =>
        Assert.Equal(LogReply.Written, await runs.WriteAsync(new OwnedRun(runId, Epoch: 1, written), written + 1, [.. tasks.Select(LogItem.Submit)], "", maker: null, CancellationToken.None));

    /// <summary>Ends a run that has had one driver.</summary>
    /// <param name="runs">The cell.</param>
    /// <param name="runId">The run.</param>
    /// <param name="written">How much the driver has written before.</param>
    internal static async Task EndAsync(this CellRuns runs, string runId, long written) =>
        Assert.Equal(LogReply.Written, await runs.WriteAsync(new OwnedRun(runId, Epoch: 1, written), written + 1, [LogItem.End], "", maker: null, CancellationToken.None));
}
