using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Sockets;

namespace Graflow.Bench.Floors;

/// <summary>The floor of the processes: a child of this program that answers on a Unix socket, one blocking thread on each side, no frames, no types, no errors.</summary>
internal sealed class EchoChild : IDisposable
{
    /// <summary>The argument that makes this program the child.</summary>
    public const string Argument = "echo-child";

    private const int MessageSize = 32;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graflow-echo-");
    private readonly Socket _socket;
    private readonly Process _process;

    public EchoChild()
    {
        var path = Path.Combine(_folder.FullName, "socket");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        _process = Process.Start(Environment.ProcessPath!, [.. HostArguments(), Argument, path]);
        _socket = listener.Accept();
    }

    /// <summary>The child's whole life.</summary>
    public static void Serve(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        var header = new byte[sizeof(int)];
        var body = new byte[16 * 1024 * 1024];
        while (TryFill(socket, header))
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(header);
            var kept = Math.Abs(size);
            TryFill(socket, body.AsSpan(0, kept));
            // A negative size asks for a short answer.
            socket.Send(body.AsSpan(0, size < 0 ? MessageSize : kept));
        }
    }

    /// <summary>Sends messages, as many in one write as <paramref name="batch"/> says, and waits for their echo before the next write.</summary>
    public double Echo(int messages, int batch)
    {
        var request = new byte[sizeof(int) + (batch * MessageSize)];
        BinaryPrimitives.WriteInt32LittleEndian(request, batch * MessageSize);
        var answer = new byte[batch * MessageSize];
        for (var sent = 0; sent < messages; sent += batch)
        {
            _socket.Send(request);
            TryFill(_socket, answer);
        }

        return messages;
    }

    /// <summary>Sends large messages and gets a short answer to each.</summary>
    public double Send(int size, int messages)
    {
        var request = new byte[sizeof(int) + size];
        BinaryPrimitives.WriteInt32LittleEndian(request, -size);
        var answer = new byte[MessageSize];
        for (var i = 0; i < messages; i++)
        {
            _socket.Send(request);
            TryFill(_socket, answer);
        }

        return messages;
    }

    public void Dispose()
    {
        _socket.Dispose();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static bool TryFill(Socket socket, Span<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var count = socket.Receive(buffer);
            if (count == 0)
            {
                return false;
            }

            buffer = buffer[count..];
        }

        return true;
    }

    // `dotnet bench.dll` or the program itself.
    private static string[] HostArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
