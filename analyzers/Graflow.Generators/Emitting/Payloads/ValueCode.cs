using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>The expressions that write and read a value of another type.</summary>
internal static class ValueCode
{
    /// <param name="type">The value's type.</param>
    /// <param name="value">The value as an expression.</param>
    /// <param name="codec">The field that holds the library's codec, where the type has one.</param>
    public static string Write(PayloadTypeModel type, string value, string codec) => type.Access switch
    {
        PayloadAccess.Unmanaged or PayloadAccess.Checked => $"writer.WriteUnmanaged<{type.Type}>({value});",
        PayloadAccess.String => $"writer.WriteString({value});",
        PayloadAccess.Generated => $"{type.Codec}.WriteValue(ref writer, {value});",
        PayloadAccess.Library => $"{codec}.Write(ref writer, {value});",
        _ => $"writer.Write<{type.Type}>({value});",
    };

    /// <inheritdoc cref="Write"/>
    public static string Read(PayloadTypeModel type, string codec) => type.Access switch
    {
        PayloadAccess.Unmanaged => $"reader.ReadUnmanaged<{type.Type}>()",
        PayloadAccess.Checked => $"reader.{type.Codec}()",
        PayloadAccess.String => "reader.ReadString()",
        PayloadAccess.Generated => $"{type.Codec}.ReadValue(ref reader)",
        PayloadAccess.Library => $"{codec}.Read(ref reader)",
        _ => $"reader.Read<{type.Type}>()",
    };

    /// <summary>The field that holds the library's codec of a member.</summary>
    public static string FieldOf(int index) => $"Codec{Literal.Of(index)}";

    public static void EmitField(CodeWriter writer, PayloadTypeModel type, int index)
    {
        if (type.Access == PayloadAccess.Library)
        {
            writer.Line($"private static readonly {WellKnown.CompilerServices}.{type.Codec} {FieldOf(index)} = new();");
        }
    }
}
