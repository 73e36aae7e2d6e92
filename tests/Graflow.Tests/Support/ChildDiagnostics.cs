using System.Runtime.CompilerServices;

namespace Graflow.Tests.Support;

/// <summary>A process of .NET that is killed leaves the pipes of its debugger in the folder of temporary files; those that tests start make none.</summary>
internal static class ChildDiagnostics
{
    [ModuleInitializer]
    internal static void TurnOff() => Environment.SetEnvironmentVariable("DOTNET_EnableDiagnostics", "0");
}
