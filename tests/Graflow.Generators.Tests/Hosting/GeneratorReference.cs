using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>Runs the generator in a workspace's project, as an editor does.</summary>
internal static class GeneratorReference
{
    public static AnalyzerReference Create() => new AnalyzerFileReference(typeof(GraflowGenerator).Assembly.Location, new Loaded());

    /// <summary>The assembly that the tests refer to, so that both see the same types.</summary>
    private sealed class Loaded : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(GraflowGenerator).Assembly;
    }
}
