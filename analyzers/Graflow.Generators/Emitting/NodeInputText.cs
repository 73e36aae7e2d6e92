using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>A node's input: the parameters that are passed, and the types of those that make it up.</summary>
internal sealed record NodeInputText(EquatableArray<ParameterModel> Parameters, EquatableArray<string> Types)
{
    public string Type => Types.Count switch
    {
        0 => WellKnown.Unit,
        1 => Types[0],
        _ => $"({string.Join(", ", Types)})",
    };
}
