using System.Text.Json.Serialization;

namespace Graflow.Html;

/// <summary>Writes the script's data without reflection; the default encoder escapes what could end a script element.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PictureData))]
internal sealed partial class PictureJson : JsonSerializerContext;
