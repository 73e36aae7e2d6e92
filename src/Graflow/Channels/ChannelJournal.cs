using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Channels;

/// <summary>Writes down what happens to a channel before it happens. Every call but the last is made under the channel's lock, and what it throws keeps the change from being made.</summary>
/// <param name="append">Takes the bytes of one change or several, and whether they may wait for the next ones.</param>
/// <param name="commit">Waits until what was appended is safe.</param>
internal sealed class ChannelJournal(Action<ReadOnlySpan<byte>, bool> append, Func<CancellationToken, ValueTask> commit)
{
    internal void Append(ChannelStep step, bool lazy = false)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        step.Write(ref writer);
        writer.Flush();
        append(buffer.Written, lazy);
    }

    /// <summary>The bytes of several changes, which are made together.</summary>
    internal void Append(ReadOnlySpan<byte> steps)
    {
        if (steps.Length > 0)
        {
            append(steps, false);
        }
    }

    /// <summary>What was applied stays applied, whatever becomes of who waits for it.</summary>
    internal ValueTask CommitAsync() => commit(CancellationToken.None);
}
