using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Graflow.Redis.Tests.Support;

/// <summary>Stands between a client and a server, and can swallow what passes while all connections stay open: a network that is gone without a word.</summary>
internal sealed class SilentProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly ConcurrentDictionary<TcpClient, bool> _unanswered = [];
    private readonly ConcurrentDictionary<TcpClient, bool> _unread = [];
    private readonly int _target;
    private readonly TaskCompletionSource _silenced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;

    internal SilentProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Whether new connections are silenced before anything has passed.</summary>
    internal bool IsSilentAtFirst { get; set; }

    internal string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Swallows everything on the connections that are open now, for good; new ones work.</summary>
    internal void SilenceOpenConnections()
    {
        foreach (var client in _clients)
        {
            client.LingerState = new LingerOption(true, 0);
        }
    }

    /// <summary>Swallows what the server says on the connections that are open now, for good; what it is asked arrives.</summary>
    internal void SwallowAnswers()
    {
        foreach (var client in _clients)
        {
            _unanswered[client] = true;
        }
    }

    /// <summary>Reads nothing more on the connections that are open now, so that what is sent on them fills the way here.</summary>
    internal void StopReading()
    {
        foreach (var client in _clients)
        {
            _unread[client] = true;
        }
    }

    /// <summary>Ends when something that was said on a silenced connection was swallowed.</summary>
    internal Task WhenSilencedAsync() => _silenced.Task;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        // What it was about to join is among them then.
        await _accepting;
        foreach (var client in _clients)
        {
            client.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync();
                TcpClient far = new();
                await far.ConnectAsync(IPAddress.Loopback, _target);
                if (IsSilentAtFirst)
                {
                    near.LingerState = new LingerOption(true, 0);
                }

                near.NoDelay = far.NoDelay = true;
                _clients.Add(near);
                _ = PumpAsync(near, near, far);
                _ = PumpAsync(near, far, near);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PumpAsync(TcpClient near, TcpClient from, TcpClient to)
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(bytes) is var count and > 0)
            {
                if (_unread.ContainsKey(near))
                {
                    return;
                }

                if (!near.LingerState!.Enabled && !(to == near && _unanswered.ContainsKey(near)))
                {
                    await to.GetStream().WriteAsync(bytes.AsMemory(0, count));
                }
                else
                {
                    _silenced.TrySetResult();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }

        from.Dispose();
        to.Dispose();
    }
}
