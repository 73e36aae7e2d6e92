using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Net;
using System.Net.Sockets;

namespace Graflow.TestProgram;

/// <summary>Bodies that look around in their container.</summary>
public static partial class Inside
{
    /// <summary>What the image says that it is.</summary>
    [Task]
    public static string Image() => File.ReadAllText("/etc/graflow-image").Trim();

    /// <summary>The short id of the container.</summary>
    [Task]
    public static string Host() => Environment.MachineName;

    [Task]
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>The number of the user.</summary>
    [Task]
    public static int User() =>
        int.Parse(File.ReadLines("/proc/self/status").First(static line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1], CultureInfo.InvariantCulture);

    [Task]
    public static string Read(string path) => File.ReadAllText(path);

    [Task]
    public static void Write(string path) => File.WriteAllText(path, "written inside");

    /// <summary>Calls a computer that is somewhere else, without asking a name service.</summary>
    [Task]
    public static void Connect()
    {
        using var client = new TcpClient();
        client.Connect(IPAddress.Parse("192.0.2.1"), 80);
    }

    /// <summary>Touches memory that no garbage collector limits.</summary>
    [Task]
    public static long Fill(long bytes)
    {
        using var memory = MemoryMappedFile.CreateNew(mapName: null, bytes);
        using var view = memory.CreateViewAccessor();
        for (var i = 0L; i < bytes; i += 4096)
        {
            view.Write(i, (byte)1);
        }

        return bytes;
    }

    /// <summary>Waits until so many bodies of its run are in here at once.</summary>
    [Task]
    public static async Task<string> Meet(int count, TaskContext context, CancellationToken ct)
    {
        var changes = context.Channel.WatchAsync<long>("here", ct);
        if (await context.Channel.IncrementAsync("here", 1, ct) < count)
        {
            await foreach (var change in changes)
            {
                if (change.Value >= count)
                {
                    break;
                }
            }
        }

        return Environment.MachineName;
    }

    /// <summary>Tells its container and never ends, whatever it is told.</summary>
    [Task]
    public static void Spin()
    {
        Console.WriteLine($"begun {Environment.MachineName}");
        while (true)
        {
            Thread.SpinWait(1000);
        }
    }

    /// <summary>Ends its process.</summary>
    [Task]
    public static void Crash(int code)
    {
        Console.Error.WriteLine("last words");
        Environment.Exit(code);
    }
}
