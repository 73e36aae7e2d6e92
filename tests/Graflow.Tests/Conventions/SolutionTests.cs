using Xunit;

namespace Graflow.Tests.Conventions;

public sealed class SolutionTests
{
    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("Graflow.Generators.sln"));
        var projects = new[] { "src", "analyzers", "tests", "bench", "samples" }.SelectMany(folder => Repository.Files(folder, "*.csproj"));
        var missing = projects.Where(project => !solution.Contains($"\"{project.Replace('/', '\\')}\"", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_sample_asserts_its_output()
    {
        var samples = Repository.Files("samples", "*.csproj").Where(project => project.Count(c => c == '/') == 2).Select(project => Path.GetDirectoryName(project)!);
        var unasserted = samples.Where(folder => !IsAsserted(Repository.PathOf(folder)));
        Assert.Empty(unasserted);
    }

    [Fact]
    public void Every_sample_has_its_line_in_the_table()
    {
        var table = File.ReadAllText(Repository.PathOf("samples/README.md"));
        var programs = Repository.Files("samples", "Program.cs").Select(program => program.Split('/')[1]);
        Assert.DoesNotContain(programs, sample => !table.Contains($"| [{sample}]({sample}) |", StringComparison.Ordinal));
    }

    private static bool IsAsserted(string folder) =>
        new[] { "expected.txt", "verify.sh" }.Any(name => new FileInfo(Path.Combine(folder, name)) is { Exists: true, Length: > 0 });
}
