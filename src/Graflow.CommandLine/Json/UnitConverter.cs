using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graflow.Json;

/// <summary>Nothing, as <c>null</c>.</summary>
internal sealed class UnitConverter : JsonConverter<Unit>
{
    public override bool HandleNull => true;

    public override Unit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : throw new JsonException("Nothing is expected here: null.");

    public override void Write(Utf8JsonWriter writer, Unit value, JsonSerializerOptions options) => writer.WriteNullValue();
}
