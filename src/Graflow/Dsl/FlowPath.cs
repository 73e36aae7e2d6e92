using System.Buffers;

namespace Graflow.Dsl;

/// <summary>Paths of vertices, such as <c>eu/Orders.Fetch[3]#2</c>: instance names, the task's id, element and iteration.</summary>
internal static class FlowPath
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create("/#[]!");

    internal static string Join(string prefix, string rest) =>
        prefix.Length == 0 ? rest : rest.Length == 0 ? prefix : $"{prefix}/{rest}";

    /// <exception cref="FlowDefinitionException">The name is empty or has a character that paths use (GRF302).</exception>
    internal static string CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.AsSpan().ContainsAny(Reserved))
        {
            throw new FlowDefinitionException($"The name \"{name}\" cannot stand in a path: names are not empty and contain none of / # [ ] !; choose another one.", "GRF302");
        }

        return name;
    }
}
