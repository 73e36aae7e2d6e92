using System.Collections.Concurrent;
using Graflow.Fleets;
using Graflow.Logs;
using Graflow.Redis.Channels;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>
/// The journals of all runs in Redis. A run's lock is a lease, which the fleet's heart renews for all runs that this store drives; who loses it is fenced by the run's epoch.
/// Nothing is connected before it is needed.
/// </summary>
internal sealed partial class RedisRunStore : IFleetStore
{
    // Wake-ups may be lost.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    // Of ended runs, where no worker does.
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);
    private const int MaxSwept = 100;

    private readonly RedisFleet _fleet;
    private readonly bool _ownsFleet;
    private readonly ConcurrentDictionary<string, RedisJournal> _journals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OwnedRun> _taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Task<IAsyncDisposable>> _listeners = new();
    private readonly ITimer _timer;
    private int _nextCell;
    private long _sweptAt;
    private int _isSweeping;

    /// <param name="fleet">The way to Redis.</param>
    /// <param name="ownsFleet">Whether the fleet is disposed of with the store.</param>
    internal RedisRunStore(RedisFleet fleet, bool ownsFleet = false)
    {
        (_fleet, _ownsFleet) = (fleet, ownsFleet);
        Driver = new Driver(Guid.NewGuid().ToString("N"), $"process {Environment.ProcessId} on {Environment.MachineName}", fleet.Options.Lease);
        _sweptAt = Time.GetTimestamp();
        _timer = Time.CreateTimer(static store => ((RedisRunStore)store!).Look(), this, LookInterval, LookInterval);
    }

    internal Driver Driver { get; }

    internal TimeProvider Time => _fleet.Time;

    /// <summary>The server's address, for messages.</summary>
    internal string Server => _fleet.Address;

    public async ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct)
    {
        var runs = await AttendAsync(_fleet.Cells.Of(runId), ct).ConfigureAwait(false);
        return await runs.StartAsync(new RunStart(runId) { Driver = Driver }, ct).ConfigureAwait(false) ? Hold(runs, new OwnedRun(runId, Epoch: 1, Position: 0)) : null;
    }

    public async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken ct)
    {
        var runs = await AttendAsync(_fleet.Cells.Of(runId), ct).ConfigureAwait(false);
        OwnedRun run = new(runId, Epoch: 1, Position: 0);
        return Drive(runs, run, new RunCreation(Driver, () => runs.StartAsync(new RunStart(runId) { Driver = Driver }, CancellationToken.None))
        {
            Made = () =>
            {
                Keep(run);
                // Something may have come before, and was not looked for.
                Find(runId)?.WakeIfDeferred();
            },
        });
    }

    public async ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct)
    {
        var runs = await AttendAsync(_fleet.Cells.Of(runId), ct).ConfigureAwait(false);
        return Hold(runs, _taken.TryRemove(runId, out var taken) ? taken : await runs.OwnAsync(runId, Driver, ct).ConfigureAwait(false));
    }

    /// <summary>Takes the run that has waited longest among those that this process can drive; to be opened at once, before its lease ends.</summary>
    /// <returns>The run's id; null when none waits.</returns>
    internal async Task<string?> TryTakeAsync(KnownIds known, CancellationToken ct)
    {
        var first = Interlocked.Increment(ref _nextCell);
        for (var i = 0; i < _fleet.Cells.All.Count; i++)
        {
            var runs = await AttendAsync(_fleet.Cells.All[(int)((uint)(first + i) % (uint)_fleet.Cells.All.Count)], ct).ConfigureAwait(false);
            if (await runs.OwnAnyAsync(known, Driver, ct).ConfigureAwait(false) is { } taken)
            {
                _taken[taken.RunId] = taken;
                return taken.RunId;
            }
        }

        return null;
    }

    public async ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct)
    {
        if (_journals.TryGetValue(runId, out var own) && own.Failure is null)
        {
            await own.FlushAsync(ct).ConfigureAwait(false);
        }

        var runs = await RunsOfAsync(runId, ct).ConfigureAwait(false);
        var records = await runs.ReadLogAsync(runId, ct).ConfigureAwait(false);
        return records.Count > 0 ? new JournalContent(records) : throw runs.NotFound(runId);
    }

    public async ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct)
    {
        var redis = await _fleet.ConnectAsync(ct).ConfigureAwait(false);
        List<JournalHead> heads = [];
        foreach (var cell in _fleet.Cells.All)
        {
            heads.AddRange(await new CellRuns(redis, cell).HeadsAsync(ct).ConfigureAwait(false));
        }

        return heads;
    }

    public async ValueTask DeleteAsync(string runId, CancellationToken ct) =>
        await (await RunsOfAsync(runId, ct).ConfigureAwait(false)).DeleteAsync(runId, ct).ConfigureAwait(false);

    public async ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        await (await RunsOfAsync(runId, ct).ConfigureAwait(false)).PostAsync(runId, mail.ToArray(), ct).ConfigureAwait(false);

    /// <summary>Leaves all runs that it drives to others.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync().ConfigureAwait(false);
        foreach (var journal in _journals.Values)
        {
            await journal.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var listening in _listeners.Values)
        {
            await (await listening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        if (_ownsFleet)
        {
            await _fleet.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The journal's run is no longer this store's to keep.</summary>
    internal void LetGo(RedisJournal journal) => _fleet.Heart.Release(journal.RunId, journal.Epoch);

    internal void Forget(RedisJournal journal)
    {
        LetGo(journal);
        _journals.TryRemove(KeyValuePair.Create(journal.RunId, journal));
    }

    /// <summary>Removes ended runs that retention lets go.</summary>
    /// <param name="limit">How many at most in each cell.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>How many were removed.</returns>
    internal async Task<int> SweepAsync(int limit, CancellationToken ct)
    {
        var redis = await _fleet.ConnectAsync(ct).ConfigureAwait(false);
        var (retention, swept) = (_fleet.Options.Retention, 0);
        foreach (var cell in _fleet.Cells.All)
        {
            swept += await new CellTasks(redis, cell).SweepAsync(retention.Age, retention.Count, limit, ct).ConfigureAwait(false);
        }

        return swept;
    }

    private async Task<CellRuns> RunsOfAsync(string runId, CancellationToken ct) =>
        new(await _fleet.ConnectAsync(ct).ConfigureAwait(false), _fleet.Cells.Of(runId));

    private RedisJournal Hold(CellRuns runs, OwnedRun owned)
    {
        var journal = Drive(runs, owned, creation: null);
        Keep(owned);
        return journal;
    }

    /// <summary>Renews the lease of a run that is there.</summary>
    private void Keep(OwnedRun owned) => _fleet.Heart.Hold(_fleet.Cells.Of(owned.RunId), owned.RunId, owned.Epoch, isGone =>
    {
        if (Find(owned.RunId) is { } journal && journal.Epoch == owned.Epoch)
        {
            journal.Lose(isGone);
        }
    });

    private RedisJournal Drive(CellRuns runs, OwnedRun owned, RunCreation? creation)
    {
        var cell = _fleet.Cells.Of(owned.RunId);
        RedisJournal journal = new(this, runs, owned, new RedisChannel(_fleet.Connection!, cell, owned.RunId, owned.Epoch) { Creation = creation }) { Creation = creation };
        _journals[owned.RunId] = journal;
        return journal;
    }

    /// <summary>Listens to what happens to runs of the cell that this store drives.</summary>
    private async Task<CellRuns> AttendAsync(RedisCell cell, CancellationToken ct)
    {
        var redis = await _fleet.ConnectAsync(ct).ConfigureAwait(false);
        var listening = _listeners.GetOrAdd(cell.Number, static (_, at) => at.Redis.ListenToBytesAsync(at.Cell.DriverChannel(at.Store.Driver.Id), at.Store.Hear, CancellationToken.None), (Store: this, Redis: redis, Cell: cell));
        try
        {
            await listening.WaitAsync(ct).ConfigureAwait(false);
        }
        catch when (listening.IsFaulted)
        {
            _listeners.TryRemove(KeyValuePair.Create(cell.Number, listening));
            throw;
        }

        return new CellRuns(redis, cell);
    }

    /// <param name="message">Which run has news; null when news may have been missed.</param>
    private void Hear(byte[]? message)
    {
        if (message is null)
        {
            foreach (var journal in _journals.Values)
            {
                journal.Wake();
            }
        }
        else if (NewsMessage.Read(message) is var news)
        {
            Find(news.RunId)?.Hear(news.Outcome);
        }
    }

    private RedisJournal? Find(string runId) => _journals.GetValueOrDefault(runId);

    private void Look()
    {
        foreach (var journal in _journals.Values)
        {
            journal.Look();
        }

        if (_fleet.Connection is not null && Time.GetElapsedTime(Interlocked.Read(ref _sweptAt)) >= SweepInterval && Interlocked.Exchange(ref _isSweeping, 1) == 0)
        {
            _ = SweepAsync();
        }
    }

    private async Task SweepAsync()
    {
        try
        {
            await SweepAsync(MaxSwept, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is GraflowException or ObjectDisposedException)
        {
            // The next one removes more.
        }

        Interlocked.Exchange(ref _sweptAt, Time.GetTimestamp());
        Interlocked.Exchange(ref _isSweeping, 0);
    }
}
