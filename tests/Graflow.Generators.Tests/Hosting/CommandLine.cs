using System.Diagnostics;
using Graflow.CodeFixes;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Runs the SDK's own compiler with what the package carries, as a build does.</summary>
internal static class CommandLine
{
    /// <summary>What the compiler prints about a source named <c>Source.cs</c>, line by line.</summary>
    public static async Task<IReadOnlyList<string>> CompileAsync(string source)
    {
        var folder = Directory.CreateTempSubdirectory("graflow-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Usings.cs"), Source.Usings);
            await File.WriteAllTextAsync(Path.Combine(folder, "Source.cs"), source);
            await File.WriteAllLinesAsync(Path.Combine(folder, "build.rsp"), Arguments());
            return await RunAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Arguments() =>
    [
        "/nologo", "/nostdlib+", "/target:library", "/langversion:14", "/nullable:enable", "/out:Sample.dll",
        .. Source.Compile().References.OfType<PortableExecutableReference>().Select(reference => $"/reference:\"{reference.FilePath}\""),
        $"/analyzer:\"{typeof(GraflowGenerator).Assembly.Location}\"",
        $"/analyzer:\"{typeof(MakePartialFix).Assembly.Location}\"",
        "Usings.cs", "Source.cs",
    ];

    private static async Task<IReadOnlyList<string>> RunAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            ArgumentList = { "exec", Compiler(), "/noconfig", "@build.rsp" },
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en", ["LC_ALL"] = "C.UTF-8" },
        };
        using var compiler = Process.Start(start)!;
        var printed = await compiler.StandardOutput.ReadToEndAsync();
        await compiler.WaitForExitAsync();
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The newest SDK beside the host that runs the tests.</summary>
    private static string Compiler()
    {
        var sdks = Path.Combine(Path.GetDirectoryName(Environment.ProcessPath)!, "sdk");
        return Directory.EnumerateDirectories(sdks, "10.*")
            .OrderBy(sdk => Version.TryParse(Path.GetFileName(sdk), out var version) ? version : new Version())
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
            .Last(File.Exists);
    }
}
