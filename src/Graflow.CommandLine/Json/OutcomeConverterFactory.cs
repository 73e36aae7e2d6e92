using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graflow.Json;

/// <summary>Outcomes as <c>{"kind":"succeeded","value":…}</c> or <c>{"kind":"failed","failure":…}</c>.</summary>
[RequiresUnreferencedCode("Makes converters by reflection.")]
[RequiresDynamicCode("Makes converters by reflection.")]
internal sealed class OutcomeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Outcome<>);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The constructor says so.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The constructor says so.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The constructor says so.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Outcome<T>>
    {
        public override Outcome<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("An outcome can only be written.");

        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The factory's constructor says so.")]
        [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The factory's constructor says so.")]
        public override void Write(Utf8JsonWriter writer, Outcome<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(value.Kind.ToString()));
            if (value.TryGet(out var result))
            {
                writer.WritePropertyName("value");
                JsonSerializer.Serialize(writer, result, options);
            }
            else if (value.Failure is { } failure)
            {
                writer.WritePropertyName("failure");
                JsonSerializer.Serialize(writer, failure, options);
            }

            writer.WriteEndObject();
        }
    }
}
