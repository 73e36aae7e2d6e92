using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Knows what surely sends a value out of the process.</summary>
internal static class PayloadBoundary
{
    /// <summary>Handlers of one's own may run the body here; these cannot.</summary>
    private static readonly string[] Outside = ["docker", "process"];

    public static bool IsLeftBy(AttributeData task) => Array.IndexOf(Outside, task.Named<string>("Handler")) >= 0;
}
