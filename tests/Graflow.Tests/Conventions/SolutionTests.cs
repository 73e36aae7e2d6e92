using Xunit;

namespace Graflow.Tests.Conventions;

public sealed class SolutionTests
{
    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("Graflow.Generators.sln"));
        var projects = new[] { "src", "analyzers", "tests", "bench", "samples" }.SelectMany(folder => Repository.Files(folder, "*.csproj"));
        Assert.DoesNotContain(projects, project => !solution.Contains($"\"{project.Replace('/', '\\')}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sample_asserts_its_output()
    {
        var samples = Repository.Files("samples", "*.csproj").Select(project => Path.GetDirectoryName(project)!).ToList();
        Assert.DoesNotContain(samples, folder => !IsAsserted(Repository.PathOf(folder)));
    }

    [Fact]
    public void Every_pinned_package_version_has_its_reason()
    {
        var lines = File.ReadAllLines(Repository.PathOf("Directory.Packages.props"));
        var bare = lines.Where((line, i) => line.Contains("<PackageVersion ", StringComparison.Ordinal) && !IsExplained(lines[i - 1]));
        Assert.Empty(bare);
    }

    private static bool IsAsserted(string folder) =>
        File.Exists(Path.Combine(folder, "expected.txt")) ? new FileInfo(Path.Combine(folder, "expected.txt")).Length > 0 : File.Exists(Path.Combine(folder, "verify.sh"));

    private static bool IsExplained(string lineBefore) =>
        lineBefore.Contains("-->", StringComparison.Ordinal) || lineBefore.Contains("<PackageVersion ", StringComparison.Ordinal);
}
