using System.Net.Sockets;

namespace Graflow.Redis.Tests.Support;

/// <summary>A body that waits at the gate.</summary>
/// <param name="Number">Which one.</param>
/// <param name="ProcessId">The process that it runs in.</param>
/// <param name="Body">The connection to it.</param>
internal sealed record GateVisit(int Number, int ProcessId, TcpClient Body) : IDisposable
{
    /// <summary>Lets it end.</summary>
    internal void Open()
    {
        try
        {
            Body.GetStream().WriteByte(1);
        }
        catch (IOException)
        {
            // Its process was killed.
        }
    }

    /// <summary>Waits until it has ended, and with it its connection.</summary>
    internal async Task AwaitEndAsync()
    {
        try
        {
            await Body.GetStream().ReadExactlyAsync(new byte[1]);
        }
        catch (IOException)
        {
            // The end of the stream is one too.
        }
    }

    public void Dispose() => Body.Dispose();
}
