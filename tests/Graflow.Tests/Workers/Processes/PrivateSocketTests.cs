using System.Net.Sockets;
using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Workers.Processes;

public sealed class PrivateSocketTests
{
    [Fact]
    public async Task The_child_removes_the_folder_so_that_a_killed_parent_leaves_none()
    {
        using var socket = new PrivateSocket();
        var folder = Path.GetDirectoryName(socket.Address)!;
        Assert.True(Directory.Exists(folder));

        await using var child = PrivateSocket.ConnectOnce(socket.Address, socket.Token);
        Assert.False(Directory.Exists(folder));

        await using var parent = await socket.AcceptAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        child.WriteByte(42);
        Assert.Equal(42, parent.ReadByte());
    }

    [Fact]
    public void The_child_of_a_parent_that_is_gone_removes_the_folder()
    {
        var address = Abandoned();

        Assert.Throws<SocketException>(() => PrivateSocket.ConnectOnce(address, "a secret"));

        Assert.False(Directory.Exists(Path.GetDirectoryName(address)));
    }

    [Fact]
    public void What_somebody_names_by_hand_is_not_removed()
    {
        var address = Abandoned();

        Assert.Throws<SocketException>(() => PrivateSocket.ConnectOnce(address, ""));

        Assert.True(File.Exists(address));
        Directory.Delete(Path.GetDirectoryName(address)!, recursive: true);
    }

    // As kill -9 leaves it: nobody listens, and nobody cleaned up.
    private static string Abandoned()
    {
        var address = Path.Combine(Directory.CreateTempSubdirectory("graflow-abandoned-").FullName, "s");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(address));
        listener.Listen();
        File.Move(address, address + "2");
        listener.Dispose();
        File.Move(address + "2", address);
        return address;
    }
}
