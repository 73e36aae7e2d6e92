using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Graflow.Workers;

/// <summary>A socket that one child process connects to, in a folder that only this user can enter, for who knows the secret.</summary>
internal sealed class PrivateSocket : IDisposable
{
    private const int BufferSize = 1024 * 1024;

    // What a socket's address holds, with its end.
    private const int LongestPath = 104;

    private const UnixFileMode ForOthers = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly string _folder;
    private readonly Socket _listener = NewSocket();

    /// <param name="isForOthers">Whether another user may connect who got hold of it otherwise than through the folder, as in a container.</param>
    internal PrivateSocket(bool isForOthers = false)
    {
        try
        {
            _folder = NewFolder();
            Address = Path.Combine(_folder, "s");
            _listener.Bind(new UnixDomainSocketEndPoint(Address));
            if (isForOthers && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Address, ForOthers);
            }

            _listener.Listen(1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SocketException)
        {
            _listener.Dispose();
            throw WorkerStartException.NoSocket(Path.GetTempPath(), exception);
        }
    }

    internal string Address { get; }

    internal string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Waits until somebody connects who knows the secret.</summary>
    internal async ValueTask<Stream> AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var socket = await _listener.AcceptAsync(cancellationToken).ConfigureAwait(false);
            using var registration = cancellationToken.UnsafeRegister(static accepted => ((Socket)accepted!).Dispose(), socket);
            if (await Task.Run(() => KnowsToken(socket), CancellationToken.None).ConfigureAwait(false))
            {
                socket.SendBufferSize = BufferSize;
                socket.ReceiveBufferSize = BufferSize;
                return new NetworkStream(socket, ownsSocket: true);
            }

            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The child's side.</summary>
    internal static Stream Connect(string address, string token)
    {
        var socket = NewSocket();
        socket.SendBufferSize = BufferSize;
        socket.ReceiveBufferSize = BufferSize;
        socket.Connect(new UnixDomainSocketEndPoint(address));
        var stream = new NetworkStream(socket, ownsSocket: true);
        stream.Write(Encoding.ASCII.GetBytes(token));
        return stream;
    }

    /// <summary>The side of a child process, which removes what it needed to find the way: the parent may have been killed before it could.</summary>
    internal static Stream ConnectOnce(string address, string token)
    {
        try
        {
            return Connect(address, token);
        }
        finally
        {
            // Who has no secret was started by hand, with a name of something that may be dear to them.
            if (token.Length > 0)
            {
                Remove(Path.GetDirectoryName(address)!);
            }
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Remove(_folder);
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("graflow-").FullName;
        if (OperatingSystem.IsWindows() || folder.Length + 2 < LongestPath)
        {
            return folder;
        }

        Directory.Delete(folder);
        folder = Path.Combine("/tmp", Path.GetRandomFileName());
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The other side has done it, or something else cleans the folder of temporary files.
        }
    }

    // By a blocking read: once a socket has been read asynchronously, its blocking reads take a detour that costs more than the trip to another process.
    private bool KnowsToken(Socket socket)
    {
        var expected = Encoding.ASCII.GetBytes(Token);
        var found = new byte[expected.Length];
        try
        {
            for (var count = 0; count < found.Length;)
            {
                var read = socket.Receive(found.AsSpan(count));
                if (read == 0)
                {
                    return false;
                }

                count += read;
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(expected, found);
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
