namespace Graflow.Engine;

/// <summary>The one place that rolls dice.</summary>
internal static class Chance
{
    internal static double Next() => Random.Shared.NextDouble();
}
