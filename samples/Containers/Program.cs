// Bodies in containers: two images in one flow, each with what it may see of this machine and no more, beside tasks that run right here.
using System.IO.MemoryMappedFiles;
using System.Net.Sockets;
using Graflow;

// In a container this program is started again, from a folder that is mounted read-only: there this call runs the tasks that it is sent.
if (await GraflowHost.TryServeAsync(args))
{
    return;
}

// Any images with the .NET runtime.
var reader = Environment.GetEnvironmentVariable("READER_IMAGE") ?? "mcr.microsoft.com/dotnet/runtime:10.0";
var writer = Environment.GetEnvironmentVariable("WRITER_IMAGE") ?? "mcr.microsoft.com/dotnet/runtime:10.0-alpine";

var texts = Directory.CreateDirectory("texts").FullName;
var reports = Directory.CreateDirectory("reports").FullName;
File.WriteAllText(Path.Combine(texts, "haiku.txt"), "an old silent pond / a frog jumps into the pond / splash! silence again");
File.WriteAllText(Path.Combine(texts, "motto.txt"), "trust, but verify");

await using var engine = new WorkflowEngine(o =>
{
    // Reads what strangers sent: no network (nothing has one unless it says so), no root, little memory, and a folder that it cannot write to.
    o.Handlers.AddDocker("reader", new DockerOptions
    {
        Image = reader,
        User = "1654:1654",
        Memory = 64 << 20,
        Volumes = [new(texts, "/texts")],
        Containers = 2,
    });
    o.Handlers.AddDocker("writer", new DockerOptions
    {
        Image = writer,
        Volumes = [new(reports, "/reports", IsReadOnly: false)],
        Environment = new Dictionary<string, string> { ["TITLE"] = "Words" },
    });
});

// Containers are kept for the next task, so the second run starts none.
var first = await engine.RunAsync(Texts.Report, texts);
var second = await engine.RunAsync(Texts.Report, texts);
Console.WriteLine(File.ReadAllText(Path.Combine(reports, "words.txt")));
Console.WriteLine($"written in a container: {first != Environment.MachineName}, the second time in the same one: {first == second}");

// What a body may not do fails as it would here, and is told with the type's name.
try
{
    await engine.RunAsync(Texts.Tasks.CallHome);
}
catch (TaskFailedException error) when (error.InnerException is RemoteTaskException remote && remote.Is<SocketException>())
{
    Console.WriteLine($"{error.TaskId}: no network");
}

// Who needs more memory than it may is ended, and nobody else.
try
{
    await engine.RunAsync(Texts.Tasks.Hoard, 512L << 20);
}
catch (ContainerOutOfMemoryException error)
{
    Console.WriteLine($"out of memory at {error.Limit >> 20} MB");
}

/// <summary>How many words a text has.</summary>
internal sealed record Counted(string Name, int Words);

internal static partial class Texts
{
    [Task]
    public static string[] List(string folder) => [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Task(Handler = "reader")]
    public static Counted Count(string name) =>
        new(name, File.ReadAllText(Path.Combine("/texts", name)).Split(' ').Count(word => word.Any(char.IsLetter)));

    /// <summary>Writes the report; the name of the container that it ran in.</summary>
    [Task(Handler = "writer")]
    public static string Write(IReadOnlyList<Counted> texts)
    {
        var lines = texts.Select(text => $"{text.Name}: {text.Words}");
        File.WriteAllText("/reports/words.txt", $"{Environment.GetEnvironmentVariable("TITLE")}: {string.Join(", ", lines)}");
        return Environment.MachineName;
    }

    [Task(Handler = "reader")]
    public static void CallHome()
    {
        using var client = new TcpClient();
        client.Connect(System.Net.IPAddress.Parse("192.0.2.1"), 443);
    }

    [Task(Handler = "reader")]
    public static long Hoard(long bytes)
    {
        using var memory = MemoryMappedFile.CreateNew(mapName: null, bytes);
        using var view = memory.CreateViewAccessor();
        for (var i = 0L; i < bytes; i += 4096)
        {
            view.Write(i, (byte)1);
        }

        return bytes;
    }

    [Workflow]
    public static Flow<string, string> Report { get; } = Tasks.List >> Tasks.Count.ForEach() >> Tasks.Write;
}
