using System.Security.Cryptography;
using Graflow.Containers.Tests.Support;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Containers.Tests.Launching;

public sealed class StreamTests
{
    [Fact]
    public async Task Five_megabytes_go_in_and_come_out()
    {
        var sent = new byte[5 * 1024 * 1024];
        new Random(4711).NextBytes(sent);
        await using var container = await Shell.LaunchAsync(Shell.Options("cat"));

        var sending = Task.Run(() =>
        {
            container.ToWorker.Write(sent);
            container.ToWorker.Close();
        });
        using var received = new MemoryStream();
        await container.FromWorker.CopyToAsync(received).OrHang();

        await sending.OrHang();
        Assert.Equal(SHA256.HashData(sent), SHA256.HashData(received.ToArray()));
        Assert.Equal(0, (await container.Exited.OrHang()).ExitCode);
    }

    [Fact]
    public async Task Lines_of_stderr_come_in_order_also_those_before_anybody_listened()
    {
        await using var container = await Shell.LaunchAsync(Shell.Options("echo one >&2; echo two >&2; echo ready; read go; echo three >&2; printf four >&2"));
        using var reader = new StreamReader(container.FromWorker);
        Assert.Equal("ready", await reader.ReadLineAsync().OrHang());

        List<(OutputStream, string)> lines = [];
        container.OutputLine = (stream, line) => lines.Add((stream, line));
        container.ToWorker.Write("go\n"u8);
        container.ToWorker.Flush();
        await container.Exited.OrHang();

        Assert.Equal(["one", "two", "three", "four"], lines.Select(line => line.Item2));
        Assert.All(lines, line => Assert.Equal(OutputStream.StandardError, line.Item1));
    }

    [Fact]
    public async Task A_program_that_ends_tells_its_exit_code()
    {
        var (_, exit) = await Shell.RunAsync(Shell.Options("exit 3"));
        Assert.Equal(3, exit.ExitCode);
        Assert.Null(exit.Failure);
    }

    [Fact]
    public async Task The_end_of_stdin_is_seen_inside() =>
        Assert.Equal("ended\n", await Shell.OutputAsync(Shell.Options("cat; echo ended")));
}
