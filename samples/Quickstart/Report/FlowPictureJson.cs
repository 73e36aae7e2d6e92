using System.Text.Json.Serialization;

namespace Quickstart.Report;

/// <summary>Writes the script's data without reflection; the default encoder escapes what could end a script element.</summary>
[JsonSerializable(typeof(FlowPicture))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class FlowPictureJson : JsonSerializerContext;
