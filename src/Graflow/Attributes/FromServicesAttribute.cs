namespace Graflow;

/// <summary>Takes a task's parameter from the engine's service provider, from a scope of its own for each attempt.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
