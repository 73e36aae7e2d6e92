using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Graflow.Redis.Workers;

/// <summary>Answers <c>GET /health</c> over HTTP, 200 unless the worker should begin anew, and <c>GET /ready</c>, 200 while it claims tasks; else 503, with what it does as JSON. A few lines of HTTP, since a worker is no web server.</summary>
internal sealed class HealthEndpoint : IAsyncDisposable
{
    private const int LongestRequest = 8 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener;
    private readonly WorkerRun _worker;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="worker">Whose health it tells.</param>
    /// <param name="time">The clock of time limits.</param>
    /// <exception cref="ArgumentException">The port is taken, or this process may not use it.</exception>
    internal HealthEndpoint(int port, WorkerRun worker, TimeProvider time)
    {
        (_worker, _time) = (worker, time);
        _listener = Socket.OSSupportsIPv6 ? TcpListener.Create(port) : new TcpListener(IPAddress.Any, port);
        try
        {
            _listener.Start();
        }
        catch (SocketException exception)
        {
            throw new ArgumentException($"{nameof(RedisWorkerOptions)}.{nameof(RedisWorkerOptions.HealthPort)} is {port}, which cannot be used: {exception.Message}. Choose another port.", exception);
        }

        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Who asked has gone again.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        using (var limit = new CancellationTokenSource(Patience, _time))
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadHeadAsync(stream, limit.Token).ConfigureAwait(false);
                await stream.WriteAsync(Answer(request), limit.Token).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // Nobody is left to tell.
            }
        }
    }

    /// <returns>The request's first line.</returns>
    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken ct)
    {
        var bytes = new byte[LongestRequest];
        var count = 0;
        while (count < bytes.Length && bytes.AsSpan(0, count).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(count), ct).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            count += read;
        }

        var end = bytes.AsSpan(0, count).IndexOf("\r\n"u8);
        return Encoding.ASCII.GetString(bytes, 0, Math.Max(end, 0));
    }

    private byte[] Answer(string request)
    {
        var words = request.Split(' ');
        var path = words.Length == 3 ? words[1].Split('?')[0] : "";
        return (words[0], path) switch
        {
            ("GET" or "HEAD", "/health" or "/healthz") => Response(_worker.IsHealthy ? "200 OK" : "503 Service Unavailable", Health(), words[0] == "GET"),
            ("GET" or "HEAD", "/ready" or "/readyz") => Response(_worker.IsReady ? "200 OK" : "503 Service Unavailable", Health(), words[0] == "GET"),
            (_, "/health" or "/healthz" or "/ready" or "/readyz") => Response("405 Method Not Allowed", "{}"u8, hasBody: true),
            (_, "") => Response("400 Bad Request", "{}"u8, hasBody: true),
            _ => Response("404 Not Found", "{}"u8, hasBody: true),
        };
    }

    private static byte[] Response(string status, ReadOnlySpan<byte> body, bool hasBody)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. hasBody ? body : default];
    }

    private ReadOnlySpan<byte> Health()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", !_worker.IsHealthy ? "unhealthy" : _worker.IsStopping ? "stopping" : _worker.IsStarting ? "starting" : "healthy");
            json.WriteString("workerId", _worker.Settings.WorkerId);
            json.WriteNumber("slots", _worker.Settings.Slots);
            json.WriteNumber("running", _worker.Loop.Running);
            json.WriteNumber("runs", _worker.Driven);
            json.WriteNumber("secondsSinceClaim", Math.Round(_worker.Loop.SinceAnswer.TotalSeconds, 3));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}
