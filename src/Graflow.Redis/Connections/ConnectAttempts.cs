using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>
/// Makes a connection within a time limit. While one attempt does not answer, others begin beside it, and the first that succeeds is taken:
/// on a machine that has too much to do, version 1 of the client library now and then loses one for good, or fails in itself.
/// </summary>
/// <param name="attempt">Begins an attempt.</param>
/// <param name="discard">Gets what succeeded too late.</param>
/// <param name="time">Counts the limit.</param>
internal sealed class ConnectAttempts<T>(Func<Task<T>> attempt, Action<T> discard, TimeProvider time)
{
    /// <summary>How many attempts there are at most; the limit has as many parts, of which each begins with one.</summary>
    internal const int Most = 4;

    /// <exception cref="TimeoutException">None of them has come to an end.</exception>
    internal async Task<T> RunAsync(TimeSpan limit, CancellationToken ct)
    {
        List<Task> open = [];
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            Exception? failure = null;
            for (var i = 0; i < Most; i++)
            {
                var part = Task.Delay(limit / Most, time, over.Token);
                open.Add(attempt());
                while (open.Count > 0 && await Task.WhenAny(open.Append(part)).ConfigureAwait(false) is var ended && ended != part)
                {
                    open.Remove(ended);
                    if (ended.IsCompletedSuccessfully)
                    {
                        return ((Task<T>)ended).Result;
                    }

                    failure = ended.Exception?.InnerException ?? new TimeoutException();
                    if (open.Count == 0 && !MayPass(failure))
                    {
                        await ended.ConfigureAwait(false);
                    }
                }

                ct.ThrowIfCancellationRequested();
            }

            throw new TimeoutException("No connection was made in time.", failure);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            open.ForEach(Abandon);
        }
    }

    // What the library says of a server that refuses is an answer; all else is no word of the server's.
    private static bool MayPass(Exception failure) =>
        failure is NullReferenceException or TimeoutException or RedisConnectionException { FailureType: not (ConnectionFailureType.UnableToConnect or ConnectionFailureType.AuthenticationFailure) };

    private void Abandon(Task late) => late.ContinueWith(
        ended =>
        {
            if (ended.IsCompletedSuccessfully)
            {
                discard(((Task<T>)ended).Result);
            }
            else
            {
                _ = ended.Exception;
            }
        },
        TaskScheduler.Default);
}
