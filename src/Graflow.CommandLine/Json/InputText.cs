using System.Text;
using System.Text.Json;
using Graflow.Commands;

namespace Graflow.Json;

/// <summary>Finds places in an input. Serializers count bytes from where they began to read; people count characters and lines.</summary>
internal readonly ref struct InputText(ReadOnlySpan<byte> json)
{
    /// <summary>How the serializer begins to say that a value is of another type; the type that it names is now and then the one around the value.</summary>
    internal const string NotConverted = "The JSON value could not be converted to ";

    private readonly ReadOnlySpan<byte> _json = json;

    internal InputPlace PlaceOf(string? path, long offset)
    {
        var before = _json[..(int)Math.Min(offset, _json.Length)];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new InputPlace(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1);
    }

    /// <param name="path">The value that was read.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="problem">What was found in it.</param>
    internal InputPlace PlaceOf(string? path, int start, JsonException problem)
    {
        var offset = start;
        for (var line = problem.LineNumber ?? 0; line > 0; line--)
        {
            offset += _json[offset..].IndexOf((byte)'\n') + 1;
        }

        offset += (int)(problem.BytePositionInLine ?? 0);
        return PlaceOf(path, path is null ? offset : StartOfToken(offset));
    }

    /// <summary>Serializers stop behind a value that they cannot take.</summary>
    private int StartOfToken(int end)
    {
        var reader = new Utf8JsonReader(_json);
        try
        {
            while (reader.Read() && reader.BytesConsumed < end)
            {
            }
        }
        catch (JsonException)
        {
            // It is no JSON at all from there on.
            return end;
        }

        return (int)reader.TokenStartIndex;
    }

    /// <summary>The message without the place that serializers append, which is another one.</summary>
    internal static string ReasonOf(JsonException problem)
    {
        var end = problem.Message.IndexOf(" Path: $", StringComparison.Ordinal);
        end = end < 0 ? problem.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal) : end;
        return (end < 0 ? problem.Message : problem.Message[..end]).TrimEnd('.', ' ');
    }
}
