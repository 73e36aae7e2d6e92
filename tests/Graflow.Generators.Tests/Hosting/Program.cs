using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Compiles a source with its generated code, loads it and calls its <c>Test.Run()</c>.</summary>
internal static partial class Program
{
    private static int _count;

    public static async Task<string> RunAsync(string source)
    {
        // The registry is the process's, and two assemblies must not have one task id.
        var name = $"Test_{Interlocked.Increment(ref _count)}";
        var assembly = Load(Source.CompileAs($"Program.{name}", OutputKind.DynamicallyLinkedLibrary, TestName().Replace(source, name)));
        var run = assembly.GetType(name, throwOnError: true)!.GetMethod("Run", BindingFlags.Static | BindingFlags.Public)!;
        return (await (Task<string>)run.Invoke(null, null)!).Replace(name, "Test", StringComparison.Ordinal);
    }

    public static Assembly Load(CSharpCompilation compilation) => Assembly(ImageOf(compilation));

    public static byte[] ImageOf(CSharpCompilation compilation)
    {
        var (output, _) = Source.Generate(compilation);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    private static Assembly Assembly(byte[] image)
    {
        using var stream = new MemoryStream(image);
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }

    [GeneratedRegex(@"\bTest\b")]
    private static partial Regex TestName();
}
