namespace Graflow;

/// <summary>Reading without a default, and all calls with typed keys.</summary>
public static class ChannelExtensions
{
    extension(IChannel channel)
    {
        /// <summary>Reads a value that must exist.</summary>
        /// <exception cref="ChannelKeyNotFoundException">The key does not exist.</exception>
        /// <exception cref="ChannelTypeException">The key holds something that is no <typeparamref name="T"/>.</exception>
        public ValueTask<T> GetAsync<T>(string key, CancellationToken cancellationToken = default)
        {
            var read = channel.TryGetAsync<T>(key, cancellationToken);
            return read.IsCompletedSuccessfully ? new(Existing(read.Result, key)) : AwaitExisting(read, key);
        }

        /// <inheritdoc cref="IChannel.SetAsync{T}"/>
        public ValueTask SetAsync<T>(ChannelKey<T> key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default) =>
            channel.SetAsync(NameOf(key), value, ttl, cancellationToken);

        /// <summary>Reads a value that must exist.</summary>
        /// <exception cref="ChannelKeyNotFoundException">The key does not exist.</exception>
        /// <exception cref="ChannelTypeException">The key holds something that is no <typeparamref name="T"/>.</exception>
        public ValueTask<T> GetAsync<T>(ChannelKey<T> key, CancellationToken cancellationToken = default) =>
            channel.GetAsync<T>(NameOf(key), cancellationToken);

        /// <inheritdoc cref="IChannel.GetAsync{T}(string, T, CancellationToken)"/>
        public ValueTask<T> GetAsync<T>(ChannelKey<T> key, T defaultValue, CancellationToken cancellationToken = default) =>
            channel.GetAsync(NameOf(key), defaultValue, cancellationToken);

        /// <inheritdoc cref="IChannel.TryGetAsync{T}"/>
        public ValueTask<ChannelValue<T>> TryGetAsync<T>(ChannelKey<T> key, CancellationToken cancellationToken = default) =>
            channel.TryGetAsync<T>(NameOf(key), cancellationToken);

        /// <inheritdoc cref="IChannel.DeleteAsync"/>
        public ValueTask<bool> DeleteAsync<T>(ChannelKey<T> key, CancellationToken cancellationToken = default) =>
            channel.DeleteAsync(NameOf(key), cancellationToken);

        /// <inheritdoc cref="IChannel.ExistsAsync"/>
        public ValueTask<bool> ExistsAsync<T>(ChannelKey<T> key, CancellationToken cancellationToken = default) =>
            channel.ExistsAsync(NameOf(key), cancellationToken);

        /// <inheritdoc cref="IChannel.UpdateAsync{T}"/>
        public ValueTask<T> UpdateAsync<T>(ChannelKey<T> key, Func<T?, T> update, CancellationToken cancellationToken = default) =>
            channel.UpdateAsync(NameOf(key), update, cancellationToken);

        /// <inheritdoc cref="IChannel.IncrementAsync"/>
        public ValueTask<long> IncrementAsync(ChannelKey<long> key, long by = 1, CancellationToken cancellationToken = default) =>
            channel.IncrementAsync(NameOf(key), by, cancellationToken);

        /// <inheritdoc cref="IChannel.IncrementAsync"/>
        public ValueTask<long> IncrementAsync(ChannelKey<int> key, long by = 1, CancellationToken cancellationToken = default) =>
            channel.IncrementAsync(NameOf(key), by, cancellationToken);

        /// <inheritdoc cref="IChannel.AppendAsync{T}"/>
        public ValueTask<int> AppendAsync<T>(ChannelKey<List<T>> key, T item, CancellationToken cancellationToken = default) =>
            channel.AppendAsync(NameOf(key), item, cancellationToken);

        /// <inheritdoc cref="IChannel.TryAddAsync{T}"/>
        public ValueTask<bool> TryAddAsync<T>(ChannelKey<T> key, T value, TimeSpan? ttl = null, CancellationToken cancellationToken = default) =>
            channel.TryAddAsync(NameOf(key), value, ttl, cancellationToken);

        /// <inheritdoc cref="IChannel.WatchAsync{T}"/>
        public IAsyncEnumerable<ChannelChange<T>> WatchAsync<T>(ChannelKey<T> key, CancellationToken cancellationToken = default) =>
            channel.WatchAsync<T>(NameOf(key), cancellationToken);
    }

    private static string NameOf<T>(ChannelKey<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Name;
    }

    private static async ValueTask<T> AwaitExisting<T>(ValueTask<ChannelValue<T>> read, string key) =>
        Existing(await read.ConfigureAwait(false), key);

    private static T Existing<T>(ChannelValue<T> read, string key) =>
        read.Exists ? read.Value! : throw new ChannelKeyNotFoundException(key);
}
