using Graflow.Tests.Support;

namespace Graflow.Containers.Tests.Support;

/// <summary>A folder of a test's own, removed with what is in it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("graflow-test-").FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a shell script that can be called.</summary>
    public string Script(string name, string text) => ShellScript.Write(PathOf(name), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
