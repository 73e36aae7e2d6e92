using System.Collections.Concurrent;
using Graflow.Logs;
using Graflow.Redis.Connections;
using Graflow.Redis.Keys;
using Graflow.Redis.Tasks;

namespace Graflow.Redis.Runs;

/// <summary>
/// The journals of all runs in Redis. A run's lock is a lease, which one heartbeat renews for all runs that this store drives; who loses it is fenced by the run's epoch.
/// Does not own its connection.
/// </summary>
internal sealed class RedisRunStore : IRunStore
{
    internal static readonly TimeSpan DefaultLease = TimeSpan.FromSeconds(9);

    private readonly RedisConnection _redis;
    private readonly ConcurrentDictionary<string, RedisJournal> _journals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Task<IAsyncDisposable>> _listeners = new();
    private readonly ITimer _heartbeat;

    internal RedisRunStore(RedisConnection redis, TimeSpan? lease = null)
    {
        _redis = redis;
        Driver = new Driver(Guid.NewGuid().ToString("N"), $"process {Environment.ProcessId} on {Environment.MachineName}", lease ?? DefaultLease);
        _heartbeat = Time.CreateTimer(static state => _ = ((RedisRunStore)state!).BeatAsync(), this, Driver.Lease / 3, Driver.Lease / 3);
    }

    internal Driver Driver { get; }

    internal TimeProvider Time => _redis.Time;

    internal string Server => _redis.Server;

    public async ValueTask<IRunJournal?> TryCreateAsync(string runId, CancellationToken ct)
    {
        var cell = await AttendAsync(runId, ct).ConfigureAwait(false);
        CellRuns runs = new(_redis, cell);
        var (isNew, _) = await runs.StartAsync(new RunStart(runId) { Driver = Driver }, ct).ConfigureAwait(false);
        return isNew ? Hold(runs, new OwnedRun(runId, Epoch: 1, Position: 0, LiveTasks: []), new JournalContent([])) : null;
    }

    public async ValueTask<IRunJournal> OpenAsync(string runId, CancellationToken ct)
    {
        CellRuns runs = new(_redis, await AttendAsync(runId, ct).ConfigureAwait(false));
        var owned = await runs.OwnAsync(runId, Driver, ct).ConfigureAwait(false);
        try
        {
            return Hold(runs, owned, new JournalContent(await runs.ReadLogAsync(runId, ct).ConfigureAwait(false)));
        }
        catch
        {
            await runs.ReleaseAsync(runId, owned.Epoch, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<JournalContent> ReadAsync(string runId, CancellationToken ct)
    {
        if (_journals.TryGetValue(runId, out var own) && own.Failure is null)
        {
            await own.FlushAsync(ct).ConfigureAwait(false);
        }

        var runs = RunsOf(runId);
        var records = await runs.ReadLogAsync(runId, ct).ConfigureAwait(false);
        return records.Count > 0 ? new JournalContent(records) : throw runs.NotFound(runId);
    }

    public async ValueTask<IReadOnlyList<JournalHead>> ListAsync(CancellationToken ct)
    {
        List<JournalHead> heads = [];
        foreach (var cell in _redis.Cells.All)
        {
            heads.AddRange(await new CellRuns(_redis, cell).HeadsAsync(ct).ConfigureAwait(false));
        }

        return heads;
    }

    public async ValueTask DeleteAsync(string runId, CancellationToken ct) => await RunsOf(runId).DeleteAsync(runId, ct).ConfigureAwait(false);

    public async ValueTask PostAsync(string runId, ReadOnlyMemory<byte> mail, CancellationToken ct) =>
        await RunsOf(runId).PostAsync(runId, mail.ToArray(), ct).ConfigureAwait(false);

    /// <summary>Leaves all runs that it drives to others.</summary>
    public async ValueTask DisposeAsync()
    {
        await _heartbeat.DisposeAsync().ConfigureAwait(false);
        foreach (var journal in _journals.Values)
        {
            await journal.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var listening in _listeners.Values)
        {
            await (await listening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    internal void Forget(RedisJournal journal) => _journals.TryRemove(KeyValuePair.Create(journal.RunId, journal));

    /// <summary>Renews what this store drives, and ends the driving of what it lost.</summary>
    internal async Task BeatAsync()
    {
        foreach (var held in _journals.Values.GroupBy(journal => _redis.Cells.Of(journal.RunId)))
        {
            var runs = held.Select(static journal => (journal.RunId, journal.Epoch)).ToList();
            try
            {
                var reply = await new CellTasks(_redis, held.Key).BeatAsync(new Heartbeat(Driver.Lease) { Runs = runs }, CancellationToken.None).ConfigureAwait(false);
                foreach (var journal in held.Where(journal => reply.LostRuns.Contains(journal.RunId)))
                {
                    journal.Fence();
                }
            }
            catch (Exception exception) when (exception is GraflowException or ObjectDisposedException)
            {
                // The next one tries again; a journal that cannot write for as long as its lease ends by itself.
            }
        }
    }

    private CellRuns RunsOf(string runId) => new(_redis, _redis.Cells.Of(runId));

    private RedisJournal Hold(CellRuns runs, OwnedRun owned, JournalContent content)
    {
        RedisJournal journal = new(this, runs, owned, content);
        _journals[owned.RunId] = journal;
        return journal;
    }

    /// <summary>Listens to what happens to runs of the cell that this store drives.</summary>
    private async Task<RedisCell> AttendAsync(string runId, CancellationToken ct)
    {
        var cell = _redis.Cells.Of(runId);
        try
        {
            await _listeners.GetOrAdd(cell.Number, static (_, store) => store.Store._redis.ListenAsync(store.Cell.DriverChannel(store.Store.Driver.Id), store.Store.Hear, CancellationToken.None), (Store: this, Cell: cell))
                .WaitAsync(ct).ConfigureAwait(false);
        }
        catch (RedisUnavailableException)
        {
            _listeners.TryRemove(cell.Number, out _);
            throw;
        }

        return cell;
    }

    /// <param name="run">The name of the run that has news; null when news may have been missed.</param>
    private void Hear(string? run)
    {
        if (run is null)
        {
            foreach (var journal in _journals.Values)
            {
                journal.MailArrived?.Invoke();
            }
        }
        else if (_journals.TryGetValue(new RunName(run).RunId, out var journal))
        {
            journal.MailArrived?.Invoke();
        }
    }
}
