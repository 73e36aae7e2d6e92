using System.Collections.Concurrent;
using System.Globalization;

namespace Graflow.Redis.TestProgram;

/// <summary>What bodies did, in files: nothing that happens to Redis or to a process takes it back.</summary>
public static class Effects
{
    private static readonly ConcurrentDictionary<string, Lazy<FileStream>> Files = new(StringComparer.Ordinal);

    public static void Add(string folder, int number)
    {
        var file = Files.GetOrAdd(folder, static folder => new Lazy<FileStream>(() => new FileStream(
            Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))).Value;
        lock (file)
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes($"{number}\n"));
        }
    }

    /// <summary>The numbers that were written, as often as they were.</summary>
    public static IReadOnlyList<int> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder).SelectMany(static file => ReadLines(file)).Select(static line => int.Parse(line, CultureInfo.InvariantCulture))];

    // The last line of one who is writing may not be whole.
    private static string[] ReadLines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(file);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
