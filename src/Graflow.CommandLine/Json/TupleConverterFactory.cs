using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graflow.Json;

/// <summary>Tuples inside of values as arrays; the names of their elements are not known at run time.</summary>
[RequiresUnreferencedCode("Makes converters by reflection.")]
[RequiresDynamicCode("Makes converters by reflection.")]
internal sealed class TupleConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => TupleShape.IsTuple(typeToConvert);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The constructor says so.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The constructor says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The constructor says so.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The factory's constructor says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The factory's constructor says so.")]
    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, ITuple
    {
        private readonly IReadOnlyList<Type> _elements = TupleShape.ElementsOf(typeof(T));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw new JsonException($"{TypeText.Of(typeof(T))} is an array of {_elements.Count} values.");
            }

            var items = new object?[_elements.Count];
            for (var i = 0; i < items.Length; i++)
            {
                reader.Read();
                items[i] = reader.TokenType == JsonTokenType.EndArray ? throw WrongCount() : ReadElement(ref reader, _elements[i], options);
            }

            reader.Read();
            return reader.TokenType == JsonTokenType.EndArray ? (T)Make(typeof(T), items) : throw WrongCount();
        }

        /// <summary>The place that is told from inside an element is one in the element; without one, the serializer around it tells its own.</summary>
        private static object? ReadElement(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            try
            {
                return JsonSerializer.Deserialize(ref reader, type, options);
            }
            catch (JsonException problem)
            {
                throw new JsonException(InputText.ReasonOf(problem), problem);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            for (var i = 0; i < _elements.Count; i++)
            {
                JsonSerializer.Serialize(writer, value[i], _elements[i], options);
            }

            writer.WriteEndArray();
        }

        [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The factory's constructor says so.")]
        private static object Make(Type type, object?[] items) =>
            type.GenericTypeArguments is { Length: 8 } arguments
                ? Activator.CreateInstance(type, [.. items[..7], Make(arguments[7], items[7..])])!
                : Activator.CreateInstance(type, items)!;

        private JsonException WrongCount() => new($"{TypeText.Of(typeof(T))} has {_elements.Count} values.");
    }
}
