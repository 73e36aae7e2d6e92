using Graflow.Redis.Tasks;
using Microsoft.Extensions.Logging;

namespace Graflow.Redis.Workers;

/// <summary>What one body tells, until it is sent. How far it is, is told as it is then, not each step of it. Thread-safe.</summary>
/// <param name="sender">Sends it.</param>
/// <param name="claim">The body's task.</param>
/// <param name="start">That the body runs, as of now.</param>
/// <param name="lose">Called when the claim no longer holds.</param>
internal sealed class BodyNotes(NoteSender sender, ClaimedTask claim, Func<TaskNote> start, Action lose)
{
    private const int MaxWaiting = 1000;
    private const int LongestText = 16 * 1024;

    private readonly Lock _gate = new();
    private List<TaskNote> _waiting = [];
    private TaskCompletionSource? _allSent;
    private int _count;
    private int _dropped;
    private bool _isStartTold;
    private bool _isQueued;

    /// <summary>Tells that the body runs, if nothing has yet.</summary>
    internal void Start() => Add(null);

    internal void Add(TaskNote? note)
    {
        lock (_gate)
        {
            if (!_isStartTold)
            {
                _isStartTold = true;
                _waiting.Add(start());
            }

            if (note is { } told)
            {
                Keep(told);
            }

            if (_isQueued || _waiting.Count == 0)
            {
                return;
            }

            _isQueued = true;
        }

        sender.Add(this);
    }

    /// <summary>Waits until everything is sent that was told so far.</summary>
    internal Task FlushAsync()
    {
        Task sent;
        lock (_gate)
        {
            if (!_isQueued)
            {
                return Task.CompletedTask;
            }

            sent = (_allSent ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        return sender.Hurry() ? sent : Task.CompletedTask;
    }

    /// <summary>What is to be sent.</summary>
    internal TaskNotes Take()
    {
        lock (_gate)
        {
            if (_dropped > 0)
            {
                _waiting.Add(TaskNote.Log(LogLevel.Warning, $"{_dropped} lines are left out: they came faster than they could be sent."));
                _dropped = 0;
            }

            var notes = new TaskNotes(claim.Name, claim.Nonce, _count + 1, _waiting);
            _count += _waiting.Count;
            _waiting = [];
            return notes;
        }
    }

    /// <summary>What was taken is sent.</summary>
    internal void Sent()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isQueued = false;
                _allSent?.SetResult();
                _allSent = null;
                return;
            }
        }

        sender.Add(this);
    }

    /// <summary>None of it is sent any more.</summary>
    internal void Discard()
    {
        lock (_gate)
        {
            _allSent?.SetResult();
            _allSent = null;
        }
    }

    /// <summary>The claim no longer holds.</summary>
    internal void Lose() => lose();

    private void Keep(TaskNote note)
    {
        if (note.Text.Length > LongestText)
        {
            note = note with { Text = $"{note.Text.AsSpan(0, LongestText)}…" };
        }

        if (note.Kind == TaskNoteKind.Progress && _waiting is [.., { Kind: TaskNoteKind.Progress }])
        {
            _waiting[^1] = note;
        }
        else if (_waiting.Count < MaxWaiting || note.Kind is TaskNoteKind.CancelRun)
        {
            _waiting.Add(note);
        }
        else
        {
            _dropped++;
        }
    }
}
