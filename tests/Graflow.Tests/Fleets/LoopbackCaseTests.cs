namespace Graflow.Tests.Fleets;

/// <summary>The cases on a fleet in this process, which takes tasks in an order of its own.</summary>
public sealed class LoopbackCaseTests : FleetCases
{
    protected override Task<IFleetUnderTest> StartAsync() => Task.FromResult<IFleetUnderTest>(new LoopbackFleet(TimeProvider.System, Configure, slots: 4, seed: 7));
}
