using StackExchange.Redis;

namespace Graflow;

/// <summary>How a process reaches the Redis that its fleet shares. Read once, when the process connects.</summary>
public sealed class RedisOptions
{
    /// <summary>Where the server is, in the text form of StackExchange.Redis: addresses and settings, separated by commas. Default <c>localhost:6379</c>.</summary>
    public string Configuration { get; set; } = "localhost:6379";

    /// <summary>What all keys begin with, so that several fleets can share one server. Default <c>gf</c>.</summary>
    public string KeyPrefix { get; set; } = "gf";

    /// <summary>Over how many hash slots the runs are spread: 1, the default, on a single server, four times the number of masters in a cluster. Every process of a fleet must say the same; one that says another number than the first is refused.</summary>
    public int Cells { get; set; } = 1;

    /// <summary>How long a command may take; within twice this time a connection that answers nothing is replaced by a new one. Default 5 seconds.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a process that says nothing keeps the tasks that it runs and the runs that it drives; then others have them. It says something three times in this time. Default 9 seconds, at least 1. Every process of a fleet should say the same.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>How long runs that have ended are kept.</summary>
    public RedisRetention Retention { get; } = new();

    /// <summary>Accepts a server that may throw keys away when its memory is full (<c>maxmemory-policy</c> other than <c>noeviction</c>), and with them tasks and results. Default false.</summary>
    public bool AllowEviction { get; set; }

    internal RedisOptions Copy() => new()
    {
        Configuration = Configuration,
        KeyPrefix = KeyPrefix,
        Cells = Cells,
        CommandTimeout = CommandTimeout,
        Lease = Lease,
        Retention = { Age = Retention.Age, Count = Retention.Count },
        AllowEviction = AllowEviction,
    };

    /// <exception cref="ArgumentException">A value is out of its range, or the configuration cannot be read.</exception>
    internal ConfigurationOptions Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Configuration);
        ArgumentException.ThrowIfNullOrWhiteSpace(KeyPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(Cells, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Cells, 16_384);
        ArgumentOutOfRangeException.ThrowIfLessThan(CommandTimeout, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CommandTimeout, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(Lease, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Lease, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(Retention.Age, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(Retention.Count);
        if (KeyPrefix.AsSpan().ContainsAny('{', '}', ':'))
        {
            throw new ArgumentException($"The key prefix '{KeyPrefix}' contains a brace or a colon, which separate the parts of a key. Use letters, digits, '-' and '.'.", nameof(KeyPrefix));
        }

        var configuration = Parse();
        return Configuration.Contains("://", StringComparison.Ordinal) ? throw Unreadable("it is a URL")
            : configuration.EndPoints.Count == 0 ? throw Unreadable("it names no server")
            : configuration;
    }

    private ConfigurationOptions Parse()
    {
        try
        {
            return ConfigurationOptions.Parse(Configuration);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw Unreadable(exception.Message, exception);
        }
    }

    // The text itself may hold a password.
    private static ArgumentException Unreadable(string why, Exception? inner = null) =>
        new($"The address of Redis cannot be read: {why}. Write addresses and settings, separated by commas, as in redis-1:6379,redis-2:6379,ssl=true.", inner);
}
