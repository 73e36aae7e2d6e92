namespace Graflow;

/// <summary>
/// The key-value store of one run, shared by all its tasks. Every call is atomic, takes effect at once, and may be made by any number of tasks at the same time.
/// Values are passed by reference inside a process and are expected to be immutable; lists made by <see cref="AppendAsync{T}"/> are handed out as copies.
/// What a body in another process stores is a payload, and so is what it reads: it needs a codec (GRF201), and is read as the type that it was stored as, not as a base type or an interface of it.
/// Every method throws <see cref="ArgumentException"/> for a null or empty key and <see cref="OperationCanceledException"/> when its token has fired.
/// </summary>
public interface IChannel
{
    /// <summary>Stores a value, whatever the key held before, its time to live included.</summary>
    /// <param name="key">The key; compared ordinally.</param>
    /// <param name="value">The value; null is a value.</param>
    /// <param name="ttl">How long the key exists, more than zero; null means as long as the run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask SetAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a value.</summary>
    /// <param name="key">The key; compared ordinally.</param>
    /// <param name="defaultValue">What an absent key gives.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ChannelTypeException">The key holds something that is no <typeparamref name="T"/>; <c>int</c> and <c>long</c> are read as each other where the value fits.</exception>
    ValueTask<T> GetAsync<T>(string key, T defaultValue, CancellationToken cancellationToken = default);

    /// <summary>Reads a value and says whether there was one.</summary>
    /// <exception cref="ChannelTypeException">The key holds something that is no <typeparamref name="T"/>.</exception>
    ValueTask<ChannelValue<T>> TryGetAsync<T>(string key, CancellationToken cancellationToken = default);

    /// <summary>Removes a key; true if it existed.</summary>
    ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Whether the key exists.</summary>
    ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>The keys that exist at this moment, in no particular order.</summary>
    ValueTask<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes all keys.</summary>
    ValueTask ClearAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces a value by what a function makes of it, and returns the new one. The time to live stays.</summary>
    /// <param name="key">The key; compared ordinally.</param>
    /// <param name="update">Gets the present value, or the default of <typeparamref name="T"/> if there is none. It runs again when somebody else was faster, so it must have no effect of its own; when it throws, nothing changes.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="ChannelTypeException">The key holds something that is no <typeparamref name="T"/>.</exception>
    ValueTask<T> UpdateAsync<T>(string key, Func<T?, T> update, CancellationToken cancellationToken = default);

    /// <summary>Adds to a counter, which starts at zero and is kept as <c>long</c>, and returns the sum. The time to live stays.</summary>
    /// <exception cref="ChannelTypeException">The key holds neither <c>int</c> nor <c>long</c>.</exception>
    /// <exception cref="OverflowException">The sum is no <c>long</c>; nothing changes.</exception>
    ValueTask<long> IncrementAsync(string key, long by = 1, CancellationToken cancellationToken = default);

    /// <summary>Adds an element to the end of a <see cref="List{T}"/>, which starts empty, and returns the new count. The time to live stays.</summary>
    /// <exception cref="ChannelTypeException">The key holds something that is no <see cref="List{T}"/> of <typeparamref name="T"/>.</exception>
    ValueTask<int> AppendAsync<T>(string key, T item, CancellationToken cancellationToken = default);

    /// <summary>Stores a value if the key does not exist; true if it was stored. Of several callers at once exactly one wins.</summary>
    /// <param name="key">The key; compared ordinally.</param>
    /// <param name="value">The value; null is a value.</param>
    /// <param name="ttl">How long the key exists, more than zero; null means as long as the run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<bool> TryAddAsync<T>(string key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default);

    /// <summary>First the key's present value, if there is one, as <see cref="ChannelChangeKind.Set"/>; then every change, in order, until the run ends or the token fires. A slow reader loses nothing and blocks nobody: what it has not read waits in memory.</summary>
    /// <exception cref="ChannelTypeException">While reading: the key was given something that is no <typeparamref name="T"/>.</exception>
    IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(string key, CancellationToken cancellationToken = default);
}
