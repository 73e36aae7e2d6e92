namespace Graflow.Fleets;

/// <summary>An exception that says that a fleet's store cannot be used, and not that what was asked for is wrong.</summary>
internal interface IFleetFault;
