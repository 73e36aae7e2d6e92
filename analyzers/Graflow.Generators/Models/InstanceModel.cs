namespace Graflow.Generators.Models;

/// <summary>The object that an instance method needs.</summary>
/// <param name="Type">Its type, with <c>global::</c>.</param>
/// <param name="CanCreate">Whether it has a public parameterless constructor.</param>
internal sealed record InstanceModel(string Type, bool CanCreate);
