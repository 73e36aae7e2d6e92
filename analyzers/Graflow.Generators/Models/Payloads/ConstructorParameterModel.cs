namespace Graflow.Generators.Models.Payloads;

/// <summary>One parameter of the constructor.</summary>
/// <param name="Name">Not escaped.</param>
/// <param name="Type">With <c>global::</c>.</param>
/// <param name="Default">The default value as an expression; null where there is none.</param>
/// <param name="IsMember">Whether a member gives the value; else the default value does.</param>
internal sealed record ConstructorParameterModel(string Name, string Type, string? Default, bool IsMember);
