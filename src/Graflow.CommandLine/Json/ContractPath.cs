using System.Text.Json.Serialization.Metadata;
using Graflow.Commands;

namespace Graflow.Json;

/// <summary>Finds the type of a member by its path, such as <c>$.lines[0].count</c>.</summary>
internal static class ContractPath
{
    /// <returns>Null where the path leads to nothing that has a contract.</returns>
    internal static Type? TypeAt(JsonContracts contracts, Type root, string path)
    {
        var type = root;
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var contract = Find(contracts, Nullable.GetUnderlyingType(type) ?? type);
            var next = contract?.Kind == JsonTypeInfoKind.Object
                ? contract.Properties.FirstOrDefault(property => property.Name == step)?.PropertyType
                : contract?.ElementType;
            if (next is null)
            {
                return null;
            }

            type = next;
        }

        return type;
    }

    private static JsonTypeInfo? Find(JsonContracts contracts, Type type)
    {
        try
        {
            return contracts.Of(type);
        }
        catch (CommandException)
        {
            return null;
        }
    }
}
