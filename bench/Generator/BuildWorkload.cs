using System.Diagnostics;
using Graflow.Bench.Harness;

namespace Graflow.Bench.Generator;

/// <summary><c>dotnet build</c> of the sample project, and of the same methods without Graflow.</summary>
internal static class BuildWorkload
{
    private static readonly string[] Libraries = ["Graflow.dll", "Microsoft.Extensions.Logging.Abstractions.dll", "Microsoft.Extensions.DependencyInjection.Abstractions.dll"];

    public static Workload Create()
    {
        var root = Directory.CreateTempSubdirectory("graflow-bench-").FullName;
        return new Workload("dotnet-build-1000", Meter.Reported("ms"), [Project(root, "plain", withGraflow: false), Project(root, "graflow", withGraflow: true)])
        {
            Floor = "plain",
            Rounds = 3,
            Bounds = [Bound.AtMost(8_000, "ms")],
            Cleanup = () => Directory.Delete(root, recursive: true),
        };
    }

    private static Peer Project(string root, string name, bool withGraflow)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Sample.csproj"), ProjectFile(withGraflow));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), SampleProject.FlowFile(withGraflow));
        foreach (var (path, text) in SampleProject.TaskFiles(withGraflow))
        {
            File.WriteAllText(Path.Combine(folder, path), text);
        }

        var isRestored = false;
        return new Peer(name, 1, BuildAsync);

        async ValueTask<double> BuildAsync()
        {
            if (!isRestored)
            {
                await RunAsync(folder, "restore");
                isRestored = true;
            }

            var start = Stopwatch.GetTimestamp();
            await RunAsync(folder, "build", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=false", "-nodeReuse:false");
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }

    private static async Task RunAsync(string folder, params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
        {
            throw new WrongResultException($"dotnet {arguments[0]} failed:\n{output}");
        }
    }

    private static string ProjectFile(bool withGraflow) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            {(withGraflow ? string.Join("\n    ", References()) : "")}
          </ItemGroup>
        </Project>
        """;

    private static IEnumerable<string> References() =>
        [.. Libraries.Select(library => $"""<Reference Include="{Beside(library)}" />"""), $"""<Analyzer Include="{Beside("Graflow.Generators.dll")}" />"""];

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
