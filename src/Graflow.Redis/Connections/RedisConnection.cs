using System.Text;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;
using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>The process's way to Redis: one multiplexed connection that is replaced when it falls silent. Thread-safe; calls of one thread reach the server in their order.</summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly ConfigurationOptions _configuration;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly Listeners _listeners = new();
    private readonly CellGuards _guards;
    private readonly SilenceWatch _watch;
    private volatile ConnectionMultiplexer _multiplexer;
    private int _isDisposed;

    private RedisConnection(RedisOptions options, ConfigurationOptions configuration, ConnectionMultiplexer multiplexer, RedisSetup setup)
    {
        _configuration = configuration;
        _timeout = options.CommandTimeout;
        _time = setup.Time;
        Scripts = setup.Scripts;
        Cells = new RedisCells(options.KeyPrefix, options.Cells);
        Server = ServerText.Of(configuration);
        _multiplexer = multiplexer;
        _guards = new CellGuards(options.Cells, cell => CheckAsync(cell, options).WaitAsync(_timeout, _time));
        _watch = new SilenceWatch(_timeout, _time, PingAsync, ReplaceAsync);
        Attend(multiplexer);
        if (RedisGuards.AreAllConnected(multiplexer))
        {
            _guards.PassAll();
        }
    }

    internal ScriptLibrary Scripts { get; }

    internal RedisCells Cells { get; }

    /// <summary>The server's address, for messages.</summary>
    internal string Server { get; }

    /// <summary>How often a silent connection was replaced.</summary>
    internal int Replacements { get; private set; }

    internal TimeProvider Time => _time;

    internal IDatabase Database => _multiplexer.GetDatabase();

    /// <exception cref="RedisUnavailableException">The server cannot be reached.</exception>
    /// <exception cref="RedisGuardException">The server would lose or corrupt runs.</exception>
    internal static async Task<RedisConnection> ConnectAsync(RedisOptions options, RedisSetup setup, CancellationToken ct)
    {
        var configuration = options.Validate();
        configuration.AbortOnConnectFail = true;
        // Where version 1 of the client library counts INFO.
        configuration.AllowAdmin = true;
        configuration.ConnectTimeout = configuration.SyncTimeout = (int)options.CommandTimeout.TotalMilliseconds;
        configuration.ReconnectRetryPolicy = new JitteredReconnect(options.CommandTimeout, setup.Chance);
        var attempts = new ConnectAttempts<ConnectionMultiplexer>(() => OpenAsync(configuration, options, setup), Abandon, setup.Time);
        try
        {
            return new RedisConnection(options, configuration, await attempts.RunAsync(3 * options.CommandTimeout, ct).ConfigureAwait(false), setup);
        }
        catch (Exception exception) when (RedisFaults.Translate(exception, ServerText.Of(configuration)) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Runs a script of the library in a cell; one round trip, whatever the script does.</summary>
    /// <exception cref="RedisUnavailableException">No answer came in time; the script may have run.</exception>
    /// <exception cref="RedisFullException">The script would need memory that the server lacks.</exception>
    /// <exception cref="RedisGuardException">The cell's server would lose or corrupt runs; nothing was sent.</exception>
    internal async Task<RedisResult> CallAsync(string script, RedisCell cell, RedisValue[] arguments, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        var known = Scripts[script];
        RedisKey[] keys = [cell.Prefix];
        try
        {
            if (!_guards.Passes(cell))
            {
                await _guards.PassAsync(cell).WaitAsync(ct).ConfigureAwait(false);
            }

            var database = Database;
            try
            {
                return await database.ScriptEvaluateAsync(known.Hash, keys, arguments).WaitAsync(_timeout, _time, ct).ConfigureAwait(false);
            }
            catch (RedisServerException exception) when (RedisFaults.IsUnknownScript(exception))
            {
                // EVAL loads and runs at once, so that not even a SCRIPT FLUSH comes between.
                return await database.ExecuteAsync("EVAL", [known.Text, 1, (RedisKey)cell.Prefix, .. arguments]).WaitAsync(_timeout, _time, ct).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (RedisFaults.Translate(exception, Server) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Calls back for each message of a channel, and with null when messages may have been missed: after every reconnection. Wake-ups may be lost, so who waits also looks by itself from time to time.</summary>
    internal Task<IAsyncDisposable> ListenAsync(string channel, Action<string?> heard, CancellationToken ct) =>
        ListenToBytesAsync(channel, message => heard(message is null ? null : Encoding.UTF8.GetString(message)), ct);

    /// <summary>The same for messages that are no texts.</summary>
    internal async Task<IAsyncDisposable> ListenToBytesAsync(string channel, Action<byte[]?> heard, CancellationToken ct)
    {
        var listener = _listeners.Add(channel, heard);
        try
        {
            if (listener.IsFirst)
            {
                await SubscribeAsync(_multiplexer, channel).WaitAsync(_timeout, _time, ct).ConfigureAwait(false);
            }

            return new Subscription(this, listener);
        }
        catch (Exception exception)
        {
            _listeners.Remove(listener);
            throw RedisFaults.Translate(exception, Server) ?? exception;
        }
    }

    /// <summary>Closes the connection: at once where the server answers, after the time that a command may take where it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _watch.DisposeAsync().ConfigureAwait(false);
            await CloseAsync(_multiplexer).ConfigureAwait(false);
        }
    }

    private static async Task<ConnectionMultiplexer> OpenAsync(ConfigurationOptions configuration, RedisOptions options, RedisSetup setup)
    {
        var multiplexer = await MultiplexAsync(configuration).ConfigureAwait(false);
        try
        {
            await PrepareAsync(multiplexer, options, setup).WaitAsync(2 * options.CommandTimeout, setup.Time).ConfigureAwait(false);
            return multiplexer;
        }
        catch
        {
            Abandon(multiplexer);
            throw;
        }
    }

    private static async Task<ConnectionMultiplexer> MultiplexAsync(ConfigurationOptions configuration)
    {
        var multiplexer = await LogInAsync(configuration).ConfigureAwait(false);
        // Else version 1 of the client library hands all answers out on one thread, one after the other, and whoever blocks after one holds up all others. Later versions never do.
        multiplexer.PreserveAsyncOrder = false;
        return multiplexer;
    }

    private static async Task<ConnectionMultiplexer> LogInAsync(ConfigurationOptions configuration)
    {
        StringWriter log = new();
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(configuration, log).ConfigureAwait(false);
        }
        catch (RedisConnectionException exception)
        {
            string told;
            // The library writes within the same lock, and may not have ended.
            lock (log)
            {
                told = log.ToString();
            }

            throw RedisFaults.OfLogin(told, ServerText.Of(configuration), exception) ?? (Exception)exception;
        }
    }

    private static async Task PrepareAsync(ConnectionMultiplexer multiplexer, RedisOptions options, RedisSetup setup)
    {
        var address = ServerText.Of(ConfigurationOptions.Parse(options.Configuration));
        var masters = await RedisGuards.MastersOfAsync(multiplexer, address).ConfigureAwait(false);
        await RedisGuards.CheckAsync(masters, options, address).ConfigureAwait(false);
        if (RedisGuards.AreAllConnected(multiplexer))
        {
            await RedisGuards.CheckCellsAsync(multiplexer.GetDatabase(), options, address).ConfigureAwait(false);
        }

        await Task.WhenAll(masters.SelectMany(server => setup.Scripts.All.Select(script => server.ScriptLoadAsync(script.Text)))).ConfigureAwait(false);
    }

    private async Task CheckAsync(RedisCell cell, RedisOptions options)
    {
        await RedisGuards.CheckAsync(Database, cell.Prefix, options, Server).ConfigureAwait(false);
        if (cell.Number == 0)
        {
            await RedisGuards.CheckCellsAsync(Database, options, Server).ConfigureAwait(false);
        }
    }

    // With true it waits for a farewell that never comes.
    private static void Close(ConnectionMultiplexer multiplexer) => multiplexer.Close(allowCommandsToComplete: false);

    // Where nobody reads what it sends, closing waits until the system gives the connection up, after a quarter of an hour.
    private static void Abandon(ConnectionMultiplexer multiplexer) =>
        Task.Factory.StartNew(() => Close(multiplexer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Attend(ConnectionMultiplexer multiplexer)
    {
        multiplexer.ConnectionFailed += (_, _) => _guards.Renew();
        multiplexer.ConnectionRestored += (_, _) =>
        {
            _guards.Renew();
            _listeners.TellAll();
        };
        multiplexer.HashSlotMoved += (_, _) => _guards.Renew();
    }

    private Task SubscribeAsync(ConnectionMultiplexer multiplexer, string channel) =>
        multiplexer.GetSubscriber().SubscribeAsync(ChannelOf(channel), (_, message) => _listeners.Tell(channel, message));

    private static RedisChannel ChannelOf(string channel) => new(channel, RedisChannel.PatternMode.Literal);

    private Task PingAsync()
    {
        var multiplexer = _multiplexer;
        return _listeners.IsEmpty
            ? multiplexer.GetDatabase().PingAsync()
            : Task.WhenAll(multiplexer.GetDatabase().PingAsync(), multiplexer.GetSubscriber().PingAsync());
    }

    // What version 1 of the client library has in its buffer when it is closed it sends, and what it has sent it takes out a little later, maybe after the answer:
    // of a hundred calls, each the last of its connection, one ran twice. Once a ping is answered, what was sent before the next one is gone; the next one may be sent twice.
    private async Task CloseAsync(ConnectionMultiplexer multiplexer)
    {
        try
        {
            for (var i = 0; i < 2; i++)
            {
                var servers = multiplexer.GetEndPoints().Select(point => multiplexer.GetServer(point)).Where(static server => server.IsConnected);
                await Task.WhenAll(servers.Select(static server => server.PingAsync())).WaitAsync(_timeout, _time).ConfigureAwait(false);
            }

            Close(multiplexer);
        }
        catch (Exception exception) when (RedisFaults.Translate(exception, Server) is not null)
        {
            Abandon(multiplexer);
        }
    }

    /// <summary>Puts a new connection in the place of the one that answers nothing; what waits on the old one fails by its own time limit at the latest.</summary>
    private async Task ReplaceAsync()
    {
        var attempts = new ConnectAttempts<ConnectionMultiplexer>(() => MultiplexAsync(_configuration), Abandon, _time);
        var fresh = await attempts.RunAsync(2 * _timeout, CancellationToken.None).ConfigureAwait(false);
        foreach (var channel in _listeners.Channels)
        {
            await SubscribeAsync(fresh, channel).WaitAsync(_timeout, _time).ConfigureAwait(false);
        }

        Attend(fresh);
        var silent = _multiplexer;
        _multiplexer = fresh;
        _guards.Renew();
        Replacements++;
        Abandon(silent);
        _listeners.TellAll();
        if (_isDisposed != 0)
        {
            Abandon(fresh);
        }
    }

    private async ValueTask UnsubscribeAsync(Listener listener)
    {
        if (!_listeners.Remove(listener) || _isDisposed != 0)
        {
            return;
        }

        try
        {
            await _multiplexer.GetSubscriber().UnsubscribeAsync(ChannelOf(listener.Channel)).WaitAsync(_timeout, _time).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFaults.Translate(exception, Server) is not null)
        {
            // The connection is gone, and the subscription with it.
        }
    }

    private sealed class Subscription(RedisConnection connection, Listener listener) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => connection.UnsubscribeAsync(listener);
    }
}
