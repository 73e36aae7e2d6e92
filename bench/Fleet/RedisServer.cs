using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Graflow.Bench.Fleet;

/// <summary>A <c>redis-server</c> of the benchmarks' own, with an append-only file that is synced each second, as a fleet would have it.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Durable.ScratchFolder _folder = new();
    private readonly Process _process;

    public RedisServer()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var start = new ProcessStartInfo("redis-server", ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--dir", _folder.Path])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("redis-server does not start.");
        ProcessLines.ReadUntil(_process, static line => line.Contains("Ready to accept connections", StringComparison.Ordinal));
        _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public static bool IsInstalled { get; } = Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), static folder => File.Exists(Path.Combine(folder, "redis-server")));

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }
}
