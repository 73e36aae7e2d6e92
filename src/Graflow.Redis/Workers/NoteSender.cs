using Graflow.Redis.Tasks;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>Sends what the bodies of a cell tell, gathered for a moment, so that no body waits for Redis; of each, everything is there before its end. Thread-safe.</summary>
internal sealed class NoteSender(CellTasks tasks, TimeProvider time, ILogger logger)
{
    private const int MaxTasks = 100;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan RetryWait = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Queue<BodyNotes> _waiting = [];
    private TaskCompletionSource _hurry = new();
    private bool _isSending;
    private bool _isClosed;

    /// <summary>There are notes of a body, of which there were none.</summary>
    internal void Add(BodyNotes notes)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _waiting.Enqueue(notes);
            }

            if (_isSending || _isClosed)
            {
                return;
            }

            _isSending = true;
        }

        _ = SendAllAsync();
    }

    /// <summary>Somebody waits for all notes that are there.</summary>
    /// <returns>Whether there is any sense in waiting.</returns>
    internal bool Hurry()
    {
        lock (_gate)
        {
            _hurry.TrySetResult();
            return !_isClosed;
        }
    }

    /// <summary>Nothing more is sent, and nobody waits for it.</summary>
    internal void Close()
    {
        BodyNotes[] left;
        lock (_gate)
        {
            _isClosed = true;
            _hurry.TrySetResult();
            left = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var body in left)
        {
            body.Discard();
        }
    }

    private async Task SendAllAsync()
    {
        await GatherAsync().ConfigureAwait(false);
        while (Take() is { Length: > 0 } batch)
        {
            await SendAsync(batch).ConfigureAwait(false);
        }
    }

    private async Task GatherAsync()
    {
        Task hurry;
        lock (_gate)
        {
            _hurry = _hurry.Task.IsCompleted && !_isClosed ? new() : _hurry;
            hurry = _hurry.Task;
        }

        await Task.WhenAny(hurry, Task.Delay(Gathering, time)).ConfigureAwait(false);
    }

    private BodyNotes[] Take()
    {
        lock (_gate)
        {
            var batch = new BodyNotes[Math.Min(_waiting.Count, MaxTasks)];
            for (var i = 0; i < batch.Length; i++)
            {
                batch[i] = _waiting.Dequeue();
            }

            _isSending = batch.Length > 0;
            return batch;
        }
    }

    private async Task SendAsync(BodyNotes[] batch)
    {
        var notes = Array.ConvertAll(batch, static body => body.Take());
        IReadOnlyList<int> lost = [];
        while (!Volatile.Read(ref _isClosed))
        {
            try
            {
                lost = await tasks.NoteAsync(notes, CancellationToken.None).ConfigureAwait(false);
                break;
            }
            catch (Exception exception)
            {
                WorkerLog.NotesLost(logger, exception);
                await Task.Delay(RetryWait, time).ConfigureAwait(false);
            }
        }

        foreach (var place in lost)
        {
            batch[place].Lose();
        }

        foreach (var body in batch)
        {
            body.Sent();
        }
    }
}
