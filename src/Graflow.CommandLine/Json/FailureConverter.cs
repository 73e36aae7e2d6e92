using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graflow.Json;

/// <summary>A failure as data, without the exception's objects.</summary>
internal sealed class FailureConverter : JsonConverter<TaskFailure>
{
    public override TaskFailure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A failure can only be written.");

    public override void Write(Utf8JsonWriter writer, TaskFailure value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("task", value.TaskId);
        writer.WriteString("errorType", value.ErrorType);
        writer.WriteString("message", value.Message);
        writer.WriteNumber("attempts", value.Attempts);
        writer.WriteEndObject();
    }
}
