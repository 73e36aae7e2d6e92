using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Graflow.Commands;

namespace Graflow.Json;

/// <summary>Writes an input that a workflow would take, for people to copy.</summary>
internal sealed class ExampleWriter
{
    private readonly JsonContracts _contracts;
    private readonly Utf8JsonWriter _writer;
    private readonly HashSet<Type> _around = [];

    private ExampleWriter(JsonContracts contracts, Utf8JsonWriter writer)
    {
        _contracts = contracts;
        _writer = writer;
    }

    internal static string Write(JsonContracts contracts, Type type, IReadOnlyList<string> names)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new ExampleWriter(contracts, writer).WriteInput(type, names);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private void WriteInput(Type type, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            WriteValue(type);
            return;
        }

        _writer.WriteStartObject();
        foreach (var (index, element) in TupleShape.ElementsOf(type).Index())
        {
            _writer.WritePropertyName(names[index]);
            WriteValue(element);
        }

        _writer.WriteEndObject();
    }

    private void WriteValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (TupleShape.IsTuple(type))
        {
            WriteArray(TupleShape.ElementsOf(type));
        }
        else if (ScalarOf(type) is { } scalar)
        {
            _writer.WriteRawValue(scalar);
        }
        else if (TryContract(_contracts, type) is { } contract && _around.Add(type))
        {
            WriteContract(contract);
            _around.Remove(type);
        }
        else
        {
            _writer.WriteNullValue();
        }
    }

    private void WriteArray(IEnumerable<Type> elements)
    {
        _writer.WriteStartArray();
        foreach (var element in elements)
        {
            WriteValue(element);
        }

        _writer.WriteEndArray();
    }

    private void WriteContract(JsonTypeInfo contract)
    {
        switch (contract.Kind)
        {
            case JsonTypeInfoKind.Object:
                WriteObject(contract);
                break;
            case JsonTypeInfoKind.Enumerable:
                // A type that holds a list of itself has an end only where the list is empty.
                WriteArray(_around.Contains(contract.ElementType!) ? [] : [contract.ElementType!]);
                break;
            case JsonTypeInfoKind.Dictionary:
                _writer.WriteStartObject();
                _writer.WritePropertyName("key");
                WriteValue(contract.ElementType!);
                _writer.WriteEndObject();
                break;
            default:
                _writer.WriteNullValue();
                break;
        }
    }

    private void WriteObject(JsonTypeInfo contract)
    {
        _writer.WriteStartObject();
        foreach (var property in contract.Properties.Where(static property => property.Set is not null || property.AssociatedParameter is not null))
        {
            _writer.WritePropertyName(property.Name);
            WriteValue(property.PropertyType);
        }

        _writer.WriteEndObject();
    }

    private static JsonTypeInfo? TryContract(JsonContracts contracts, Type type)
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

    private static string? ScalarOf(Type type) => type switch
    {
        { IsEnum: true } => type.GetEnumNames() is [var first, ..] ? $"\"{JsonNamingPolicy.CamelCase.ConvertName(first)}\"" : "0",
        _ when type == typeof(Guid) => "\"00000000-0000-0000-0000-000000000001\"",
        _ when type == typeof(DateOnly) => "\"2026-01-31\"",
        _ when type == typeof(TimeOnly) => "\"12:30:00\"",
        _ when type == typeof(TimeSpan) => "\"00:05:00\"",
        _ when type == typeof(DateTimeOffset) => "\"2026-01-31T12:30:00Z\"",
        _ when type == typeof(Uri) => "\"https://example.org\"",
        _ when type == typeof(byte[]) => "\"AQID\"",
        _ => Type.GetTypeCode(type) switch
        {
            TypeCode.String => "\"text\"",
            TypeCode.Char => "\"x\"",
            TypeCode.Boolean => "true",
            TypeCode.DateTime => "\"2026-01-31T12:30:00Z\"",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "1.5",
            >= TypeCode.SByte and <= TypeCode.UInt64 => "1",
            _ => null,
        },
    };
}
