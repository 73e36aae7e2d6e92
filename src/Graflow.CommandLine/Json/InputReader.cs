using System.Text.Json;
using Graflow.Commands;
using Graflow.CompilerServices;

namespace Graflow.Json;

/// <summary>Reads the input of a workflow.</summary>
/// <param name="workflow">The workflow.</param>
/// <param name="names">The names of the input's elements, if it is a tuple; empty where they are not known.</param>
/// <param name="contracts">How its types are read.</param>
internal sealed class InputReader<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IReadOnlyList<string> names, JsonContracts contracts)
{
    private readonly IReadOnlyList<Type> _elements = TupleShape.IsTuple(typeof(TIn)) ? TupleShape.ElementsOf(typeof(TIn)) : [];

    /// <exception cref="CommandException">The text is not what the workflow takes.</exception>
    internal TIn Read(byte[] json)
    {
        CheckSyntax(json);
        return workflow.FromElements is { } make && _elements.Count > 0 ? make(ReadElements(json)) : (TIn)ReadValue(json, 0..json.Length, index: 0, typeof(TIn), "$")!;
    }

    /// <summary>What the workflow takes, in words, and an input that it would take.</summary>
    internal string Expectation()
    {
        var type = names.Count > 0 ? $"({string.Join(", ", _elements.Select((element, index) => $"{TypeText.Of(element)} {names[index]}"))})" : TypeText.Of(typeof(TIn));
        return $"It takes {type}, for example --input '{Example()}'.";
    }

    internal string Example() => ExampleWriter.Write(contracts, typeof(TIn), names);

    private void CheckSyntax(byte[] json)
    {
        if (json.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            throw Wrong("there is nothing", new InputPlace(null, 1, 1));
        }

        try
        {
            using var document = JsonDocument.Parse(json);
        }
        catch (JsonException problem)
        {
            throw Wrong(problem, new InputText(json).PlaceOf(null, 0, problem));
        }
    }

    private object?[] ReadElements(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartArray => ReadArray(ref reader, json),
            JsonTokenType.StartObject when names.Count > 0 => ReadObject(ref reader, json),
            _ => throw Wrong($"it is {Found(reader.TokenType)}, not an array{(names.Count > 0 ? " or an object" : "")} of {_elements.Count} values", new InputText(json).PlaceOf("$", reader.TokenStartIndex)),
        };
    }

    private object?[] ReadArray(ref Utf8JsonReader reader, byte[] json)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(items.Count < _elements.Count ? ReadElement(ref reader, json, items.Count, $"$[{items.Count}]") : throw WrongCount(json, reader.TokenStartIndex));
        }

        return items.Count == _elements.Count ? [.. items] : throw WrongCount(json, reader.TokenStartIndex);
    }

    private object?[] ReadObject(ref Utf8JsonReader reader, byte[] json)
    {
        var (items, found) = (new object?[_elements.Count], new bool[_elements.Count]);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, start) = (NameAt(ref reader), reader.TokenStartIndex);
            var index = IndexOf(name);
            if (index < 0 || found[index])
            {
                throw Wrong(index < 0 ? $"there is no \"{name}\"" : $"\"{name}\" is given twice", new InputText(json).PlaceOf("$", start));
            }

            reader.Read();
            (items[index], found[index]) = (ReadElement(ref reader, json, index, $"$.{names[index]}"), true);
        }

        var missing = Array.IndexOf(found, false);
        return missing < 0 ? items : throw Wrong($"\"{names[missing]}\" is missing", new InputText(json).PlaceOf("$", 0));
    }

    /// <summary>A name may be no text at all: half of a pair of surrogates.</summary>
    private static string NameAt(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private object? ReadElement(ref Utf8JsonReader reader, byte[] json, int index, string path)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return ReadValue(json, start..(int)reader.BytesConsumed, index, _elements[index], path);
    }

    private object? ReadValue(byte[] json, Range part, int index, Type type, string path)
    {
        var start = part.Start.Value;
        var contract = contracts.Of(type);
        try
        {
            return JsonSerializer.Deserialize(json.AsSpan(part), contract) ?? (workflow.NullableInputs.Contains(index) ? null : throw new JsonException($"it is null, and {TypeText.Of(type)} is wanted", "$", 0, part.End.Value - start));
        }
        catch (JsonException problem)
        {
            var place = new InputText(json).PlaceOf(path + problem.Path?[1..], start, problem);
            var expected = ContractPath.TypeAt(contracts, type, problem.Path ?? "$");
            throw expected is null || !problem.Message.StartsWith(InputText.NotConverted, StringComparison.Ordinal) ? Wrong(problem, place) : Wrong($"the value is not of type {TypeText.Of(expected)}", place);
        }
        catch (NotSupportedException problem)
        {
            throw new CommandException("json", $"{TypeText.Of(type)} cannot be read from JSON: {problem.Message}");
        }
    }

    private CommandException WrongCount(byte[] json, long offset) => Wrong($"there must be {_elements.Count} values", new InputText(json).PlaceOf("$", offset));

    private CommandException Wrong(JsonException problem, InputPlace place) => Wrong(InputText.ReasonOf(problem), place);

    private CommandException Wrong(string reason, InputPlace place) =>
        new("input", $"The input of {workflow.Name} is wrong at {place}: {reason}. {Expectation()}") { Place = place };

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a value",
    };
}
