using System.Reflection;

namespace Graflow.Redis.Workers;

/// <summary>The version of the program, as its assembly says it.</summary>
internal static class ProgramVersion
{
    internal static string Text { get; } = Assembly.GetEntryAssembly() is { } program
        ? program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? program.GetName().Version?.ToString() ?? ""
        : "";
}
