namespace Graflow.Redis.Connections;

/// <summary>Who listens to which channel, whichever connection brings it.</summary>
internal sealed class Listeners
{
    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];

    internal bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _listeners.Count == 0;
            }
        }
    }

    internal string[] Channels
    {
        get
        {
            lock (_gate)
            {
                return [.. _listeners.Select(static listener => listener.Channel).Distinct(StringComparer.Ordinal)];
            }
        }
    }

    internal Listener Add(string channel, Action<byte[]?> heard)
    {
        lock (_gate)
        {
            Listener listener = new(channel, heard, !_listeners.Exists(other => other.Channel == channel));
            _listeners.Add(listener);
            return listener;
        }
    }

    /// <returns>Whether it was the channel's last.</returns>
    internal bool Remove(Listener listener)
    {
        lock (_gate)
        {
            return _listeners.RemoveAll(other => ReferenceEquals(other, listener)) > 0 && !_listeners.Exists(other => other.Channel == listener.Channel);
        }
    }

    internal void Tell(string channel, byte[]? message)
    {
        foreach (var listener in Matching(channel))
        {
            listener.Heard(message);
        }
    }

    /// <summary>Messages may have been missed.</summary>
    internal void TellAll()
    {
        foreach (var listener in Matching(null))
        {
            listener.Heard(null);
        }
    }

    private Listener[] Matching(string? channel)
    {
        lock (_gate)
        {
            return [.. _listeners.Where(listener => channel is null || listener.Channel == channel)];
        }
    }
}
