using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Graflow.Redis.Tests.Support;

/// <summary>A redis-server of the tests' own on a free port of this machine, in a folder of its own; ended with them.</summary>
public sealed class RedisServer : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Below those that the system gives to connections: none of them takes the port of a server that starts, or that is started again.
    private const int FirstPort = 10_000;
    private const int Ports = 10_000;

    // The masters of a cluster talk to each other on ports that are so much higher.
    private const int ClusterOffset = 10_000;

    // Processes that run at the same time begin at different ones.
    private static int _lastPort = Environment.ProcessId * 997;

    private readonly string _folder = Directory.CreateTempSubdirectory("graflow-redis-").FullName;
    private readonly string[] _settings;
    private Process? _process;

    public RedisServer()
        : this([])
    {
    }

    /// <param name="settings">More settings, as on the command line: <c>--appendonly yes</c>.</param>
    internal RedisServer(params string[] settings)
    {
        _settings = settings;
        Port = FreePort();
        Start();
    }

    internal int Port { get; }

    internal string Address => $"127.0.0.1:{Port}";

    internal int ProcessId => _process!.Id;

    /// <summary>Starts it again, with the data that a killed one had on disk.</summary>
    internal void Start()
    {
        ProcessStartInfo start = new("redis-server") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        foreach (var part in new[] { "--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--dir", _folder, "--enable-debug-command", "yes" }.Concat(_settings.SelectMany(static setting => setting.Split(' '))))
        {
            start.ArgumentList.Add(part);
        }

        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException("These tests need the program redis-server, 7.0 or newer, in the PATH: on Debian, apt-get install redis-server.", exception);
        }

        AwaitReady();
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    internal void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    internal ConnectionMultiplexer Connect() => ConnectionMultiplexer.Connect($"{Address},allowAdmin=true,abortConnect=true,syncTimeout=30000");

    /// <summary>What <c>redis-cli</c> answers: of this server, also where it is one of a cluster.</summary>
    internal string Command(params string[] command)
    {
        using var cli = Process.Start(new ProcessStartInfo("redis-cli", ["-p", $"{Port}", .. command]) { RedirectStandardOutput = true })!;
        var answer = cli.StandardOutput.ReadToEnd();
        cli.WaitForExit();
        return cli.ExitCode == 0 ? answer : throw new InvalidOperationException($"redis-cli {string.Join(' ', command)}: {answer}");
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        int port;
        do
        {
            port = FirstPort + (int)((uint)Interlocked.Increment(ref _lastPort) % Ports);
        }
        while (!IsFree(port) || !IsFree(port + ClusterOffset));

        return port;
    }

    private static bool IsFree(int port)
    {
        using TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void AwaitReady()
    {
        List<string> lines = [];
        using CancellationTokenSource limit = new(StartLimit, TimeProvider.System);
        while (_process!.StandardOutput.ReadLineAsync(limit.Token).AsTask().GetAwaiter().GetResult() is { } line)
        {
            lines.Add(line);
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        throw new InvalidOperationException($"redis-server ended at once: {string.Join(Environment.NewLine, lines)}{_process.StandardError.ReadToEnd()}");
    }
}
