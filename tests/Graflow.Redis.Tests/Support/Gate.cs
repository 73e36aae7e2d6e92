using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Graflow.Tests.Engine;

namespace Graflow.Redis.Tests.Support;

/// <summary>Where bodies in other processes say that they began, and wait until the test lets them end.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<GateVisit> _visits = Channel.CreateUnbounded<GateVisit>();
    private readonly Task _accepting;

    internal Gate()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The next body that arrives.</summary>
    internal Task<GateVisit> NextAsync() => _visits.Reader.ReadAsync().AsTask().OrHang();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        while (_visits.Reader.TryRead(out var visit))
        {
            visit.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = WelcomeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task WelcomeAsync(TcpClient body)
    {
        try
        {
            using StreamReader reader = new(body.GetStream(), leaveOpen: true);
            var words = (await reader.ReadLineAsync())?.Split(' ');
            if (words is [var number, var process])
            {
                _visits.Writer.TryWrite(new GateVisit(int.Parse(number, null), int.Parse(process, null), body));
            }
        }
        catch (IOException)
        {
            // Its process was killed on the way.
        }
    }
}
