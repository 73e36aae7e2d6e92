using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Graflow.Redis.TestProgram;

/// <summary>Bodies that say where they are and end when they are let through: each holds a connection to the test.</summary>
public static partial class Gated
{
    [Workflow]
    public static Flow<(int Count, int Gate), int> All { get; } = Tasks.Spread >> Tasks.Pass.ForEach() >> Tasks.Sum;

    [Task]
    public static IReadOnlyList<(int Number, int Gate)> Spread((int Count, int Gate) load) => [.. Enumerable.Range(0, load.Count).Select(number => (number, load.Gate))];

    /// <summary>Heeds no token: what it yields comes, however late.</summary>
    [Task]
    public static async Task<int> Pass((int Number, int Gate) piece)
    {
        using TcpClient door = new();
        await door.ConnectAsync(IPAddress.Loopback, piece.Gate);
        await door.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{piece.Number} {Environment.ProcessId}\n"));
        return await door.GetStream().ReadAsync(new byte[1]) == 1 ? piece.Number : throw new IOException("The gate is gone.");
    }

    [Task]
    public static int Sum(IReadOnlyList<int> numbers) => numbers.Sum();
}
