using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>Looks through the journal of a run that is driven elsewhere, or by nobody, for what makes a signal to it hopeless.</summary>
internal static class JournalForecast
{
    /// <param name="history">What the journal tells.</param>
    /// <param name="plan">The workflow's plan; null in a program without it, which cannot know: whoever drives the run will.</param>
    /// <param name="signal">The signal.</param>
    /// <exception cref="SignalRefusedException">The run has ended, or no wait of its flow can take the signal.</exception>
    internal static void RefuseUnlessToCome(RunHistory history, FlowPlan? plan, Signal signal)
    {
        var runId = history.Start.RunId;
        if (history.End is not null)
        {
            throw SignalRefusedException.RunEnded(runId, signal);
        }

        if (plan is null)
        {
            return;
        }

        var forecast = WaitForecast.Of(plan, signal);
        if (forecast.OtherType is { } expected)
        {
            throw SignalRefusedException.WrongType(runId, signal, expected);
        }

        var received = history.Content.Records.Count(record => IsLike(record, signal));
        if (!forecast.IsOpenEnded && forecast.ToCome <= received)
        {
            throw SignalRefusedException.NoWait(runId, signal, received > 0 ? WaitEnd.Answered : WaitEnd.None, forecast.KnownNames);
        }
    }

    private static bool IsLike(ReadOnlyMemory<byte> record, Signal signal)
    {
        var reader = new RecordReader(record);
        if (reader.Kind != RecordKind.SignalReceived)
        {
            return false;
        }

        _ = reader.Text();
        return reader.Text() == signal.Name && reader.Text() is var key && (key is null || key == signal.Key);
    }
}
