namespace Graflow.Generators.Models;

/// <summary>One parameter of a task.</summary>
/// <param name="Name">The name, not escaped.</param>
/// <param name="Type">The type, with <c>global::</c>.</param>
/// <param name="Display">The type as a person writes it.</param>
/// <param name="Kind">Where its value comes from.</param>
/// <param name="Key">The channel's key, where the value comes from there.</param>
/// <param name="Default">The default value as an expression; null where there is none.</param>
internal sealed record ParameterModel(string Name, string Type, string Display, ParameterKind Kind, string? Key, string? Default)
{
    public bool IsInput => Kind == ParameterKind.Input;
}
