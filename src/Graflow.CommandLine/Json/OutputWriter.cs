using System.Runtime.CompilerServices;
using System.Text.Json;
using Graflow.Commands;
using Graflow.CompilerServices;

namespace Graflow.Json;

/// <summary>Writes the output of a workflow; a tuple is an object where its elements have names, else an array.</summary>
internal sealed class OutputWriter<TOut>(WorkflowRegistration workflow, JsonContracts contracts)
{
    private readonly IReadOnlyList<Type> _elements = TupleShape.IsTuple(typeof(TOut)) ? TupleShape.ElementsOf(typeof(TOut)) : [];

    /// <summary>Asks for the contracts before anything runs: a result that could not be told would have been for nothing.</summary>
    /// <exception cref="CommandException">The program has none.</exception>
    internal void Check()
    {
        if (_elements.Count == 0 && typeof(TOut) != typeof(Unit))
        {
            contracts.Of<TOut>();
        }

        foreach (var element in _elements)
        {
            contracts.Of(element);
        }
    }

    /// <exception cref="CommandException">The value cannot be JSON.</exception>
    internal JsonElement Write(TOut value)
    {
        using var buffer = new MemoryStream();
        try
        {
            using var writer = new Utf8JsonWriter(buffer);
            WriteTo(writer, value);
        }
        catch (Exception problem) when (problem is NotSupportedException or JsonException or InvalidOperationException)
        {
            throw new CommandException("json", $"The run succeeded, but its output, {TypeText.Of(typeof(TOut))}, cannot be written as JSON: {problem.Message}");
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }

    private void WriteTo(Utf8JsonWriter writer, TOut value)
    {
        if (value is Unit)
        {
            writer.WriteNullValue();
        }
        else if (_elements.Count == 0)
        {
            JsonSerializer.Serialize(writer, value, contracts.Of<TOut>());
        }
        else
        {
            WriteTuple(writer, (ITuple)value!);
        }
    }

    private void WriteTuple(Utf8JsonWriter writer, ITuple tuple)
    {
        var names = workflow.OutputNames;
        Action end = names.Count > 0 ? writer.WriteEndObject : writer.WriteEndArray;
        if (names.Count > 0)
        {
            writer.WriteStartObject();
        }
        else
        {
            writer.WriteStartArray();
        }

        for (var i = 0; i < _elements.Count; i++)
        {
            if (names.Count > 0)
            {
                writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(names[i]));
            }

            JsonSerializer.Serialize(writer, tuple[i], contracts.Of(_elements[i]));
        }

        end();
    }
}
