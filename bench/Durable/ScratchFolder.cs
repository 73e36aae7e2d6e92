namespace Graflow.Bench.Durable;

/// <summary>A folder on the disk that the benchmarks run on, gone with its owner.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("graflow-bench-").FullName;

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    public long Bytes => new DirectoryInfo(Path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public void Clear()
    {
        foreach (var folder in Directory.GetDirectories(Path))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
