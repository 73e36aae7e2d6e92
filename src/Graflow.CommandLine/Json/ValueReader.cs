using System.Text.Json;
using Graflow.Commands;

namespace Graflow.Json;

/// <summary>Reads a value of a type that is known only now, with the place of what is wrong.</summary>
internal static class ValueReader
{
    /// <exception cref="CommandException">The text is no such value.</exception>
    internal static object Read(JsonContracts contracts, Type type, byte[] json, string what)
    {
        var contract = contracts.Of(type);
        try
        {
            return JsonSerializer.Deserialize(json, contract) ?? throw new JsonException($"it is null, and {TypeText.Of(type)} is wanted", "$", 0, 0);
        }
        catch (JsonException problem)
        {
            var place = new InputText(json).PlaceOf(problem.Path, 0, problem);
            var reason = ContractPath.TypeAt(contracts, type, problem.Path ?? "$") is { } expected && problem.Message.StartsWith(InputText.NotConverted, StringComparison.Ordinal)
                ? $"the value is not of type {TypeText.Of(expected)}"
                : InputText.ReasonOf(problem);
            throw new CommandException("input", $"{what} is wrong at {place}: {reason}. It takes {TypeText.Of(type)}, for example --input '{ExampleWriter.Write(contracts, type, [])}'.") { Place = place };
        }
        catch (NotSupportedException problem)
        {
            throw new CommandException("json", $"{TypeText.Of(type)} cannot be read from JSON: {problem.Message}");
        }
    }
}
