namespace Graflow;

/// <summary>Takes a task's parameter from the engine's service provider, from a scope of its own for each attempt. A service that is not there fails the attempt, or is null where the parameter may be null.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
