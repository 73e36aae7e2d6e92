namespace Graflow.Fleets;

/// <summary>The package of a fleet that the program refers to.</summary>
internal static class FleetProvider
{
    /// <summary>Null where the program refers to none. Set by the package's module.</summary>
    internal static IFleetProvider? Current { get; set; }
}
