using Graflow.CompilerServices;
using Graflow.Payloads;
using Graflow.Resilience;

namespace Graflow.Channels;

/// <summary>Changes that are written down before they are made. Values become bytes outside of the lock, since codecs of users run then; where one cannot, nothing changes.</summary>
internal sealed partial class MemoryChannel
{
    private ChannelJournal? _journal;

    /// <summary>Writes everything down from now on; before anybody uses the channel.</summary>
    internal ChannelJournal Journal
    {
        set
        {
            _journal = value;
            _store.Expiring = key => value.Append(ChannelStep.Expire(key), lazy: true);
        }
    }

    /// <summary>Makes the changes that a journal tells, before anybody uses the channel. What expired meanwhile is removed when somebody looks.</summary>
    /// <param name="records">The changes, one record after the other.</param>
    /// <exception cref="PayloadException">A newer version wrote them.</exception>
    internal void Restore(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        lock (_gate)
        {
            foreach (var record in records)
            {
                foreach (var step in ChannelStep.ReadAll(record.Span))
                {
                    Restore(step);
                }
            }

            ArmTimer();
        }
    }

    /// <summary>Applies recorded writes in their order, seen by others all at once; if one of them cannot be applied, none is.</summary>
    /// <param name="writes">The writes.</param>
    /// <param name="append">Writes down what they do, together with what they belong to; null where they stand for themselves.</param>
    /// <exception cref="ChannelTypeException">An increment or an append meets a value of another type.</exception>
    /// <exception cref="OverflowException">A counter overflows.</exception>
    /// <exception cref="NotSerializableException">A value cannot be written down.</exception>
    internal void Commit(IReadOnlyList<ChannelWrite> writes, Action<ReadOnlySpan<byte>>? append = null)
    {
        var isRecorded = append is not null || _journal is not null;
        var payloads = new PayloadCell?[writes.Count];
        for (var i = 0; isRecorded && i < payloads.Length; i++)
        {
            payloads[i] = writes[i].Encode();
        }

        lock (_gate)
        {
            _store.RemoveExpired();
            var steps = Stage(writes);
            if (isRecorded)
            {
                Record(writes, payloads, steps, append ?? (bytes => _journal!.Append(bytes)));
            }

            foreach (var (key, before, after) in steps)
            {
                Put(key, before, after);
            }
        }
    }

    private (string Key, Cell? Before, Cell? After)[] Stage(IReadOnlyList<ChannelWrite> writes)
    {
        var now = _store.Now;
        Dictionary<string, Cell?> staged = new(StringComparer.Ordinal);
        var steps = new (string Key, Cell? Before, Cell? After)[writes.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            var key = writes[i].Key;
            var before = staged.TryGetValue(key, out var cell) ? cell : _store.Peek(key);
            steps[i] = (key, before, staged[key] = writes[i].Apply(before, now));
        }

        return steps;
    }

    private void Record(IReadOnlyList<ChannelWrite> writes, PayloadCell?[] payloads, (string Key, Cell? Before, Cell? After)[] steps, Action<ReadOnlySpan<byte>> append)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        for (var i = 0; i < steps.Length; i++)
        {
            var (key, before, after) = steps[i];
            if (!ReferenceEquals(before, after))
            {
                var step = writes[i] switch
                {
                    IncrementWrite increment => ChannelStep.Increment(key, increment.By),
                    { Operation: ChannelOperation.Append } => AppendStep(key, before, after!, payloads[i]!),
                    _ when after is null => ChannelStep.Delete(key),
                    _ => ChannelStep.Set(key, payloads[i]!, TimeOf(after)),
                };
                step.Write(ref writer);
            }
        }

        writer.Flush();
        append(buffer.Written);
    }

    private void Restore(ChannelStep step)
    {
        var current = step.Kind == ChannelOperation.Clear ? null : _store.Peek(step.Key);
        switch (step.Kind)
        {
            case ChannelOperation.Set:
                var left = step.ExpiresAt - time.GetUtcNow();
                _store.Put(step.Key, current, step.Value!.Until(MonotonicClock.Add(_store.Now, left)));
                break;
            case ChannelOperation.Append:
                _store.Put(step.Key, current, Cell.Append(current, step.Key, new ChannelPayload(step.Value!)).List);
                break;
            case ChannelOperation.Increment:
                _store.Put(step.Key, current, Cell.Increment(current, step.Key, step.By));
                break;
            case ChannelOperation.Clear:
                Array.ForEach(_store.AllKeys(), key => _store.Remove(key, _store.Peek(key)!, ChannelChangeKind.Deleted));
                break;
            default:
                if (current is not null)
                {
                    _store.Remove(step.Key, current, ChannelChangeKind.Deleted);
                }

                break;
        }
    }

    /// <summary>A list that was stored as another type, such as an interface, is written down as the list that it became.</summary>
    private ChannelStep AppendStep(string key, Cell? before, Cell list, PayloadCell element) =>
        before is null || before.WireType == element.TypeText ? ChannelStep.Append(key, element) : ChannelStep.Set(key, PayloadCell.Of(list.Frozen), TimeOf(list));

    private void PutNew(string key, Cell? current, Cell cell, PayloadCell? encoded)
    {
        if (encoded is not null)
        {
            _journal!.Append(ChannelStep.Set(key, encoded, TimeOf(cell)));
        }

        Put(key, current, cell);
    }

    private PayloadCell? Encode<T>(T value) => _journal is null ? null : PayloadCell.Of(Cell.Of(value, Cell.Never));

    /// <summary>When a cell expires by the wall clock, which another process has too.</summary>
    private DateTimeOffset? TimeOf(Cell cell)
    {
        var now = time.GetUtcNow();
        var left = cell.ExpiresAt == Cell.Never ? TimeSpan.MaxValue : Left(cell);
        return left < DateTimeOffset.MaxValue - now ? now + left : null;
    }

    /// <summary>How long a cell of this channel stays.</summary>
    internal TimeSpan Left(Cell cell) => cell.ExpiresAt - _store.Now;

    private ValueTask Committed() => _journal?.CommitAsync() ?? default;

    private ValueTask<T> Committed<T>(T result)
    {
        var commit = Committed();
        return commit.IsCompletedSuccessfully ? new(result) : WaitAsync(commit, result);

        static async ValueTask<T> WaitAsync(ValueTask commit, T result)
        {
            await commit.ConfigureAwait(false);
            return result;
        }
    }
}
