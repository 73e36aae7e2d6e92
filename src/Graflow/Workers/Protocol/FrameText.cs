using System.Buffers;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>The bodies of the frames that carry numbers and text.</summary>
internal static class FrameText
{
    internal static void Write(IBufferWriter<byte> output, int number, string? text)
    {
        var writer = new PayloadWriter(output);
        writer.WriteUnmanaged(in number);
        writer.WriteString(text);
        writer.Flush();
    }

    /// <exception cref="PayloadException">The bytes are something else.</exception>
    internal static (int Number, string Text) Read(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(body);
        return (reader.ReadUnmanaged<int>(), reader.ReadString() ?? "");
    }

    internal static void Write(IBufferWriter<byte> output, double fraction, string? text)
    {
        var writer = new PayloadWriter(output);
        writer.WriteUnmanaged(in fraction);
        writer.WriteString(text);
        writer.Flush();
    }

    /// <exception cref="PayloadException">The bytes are something else.</exception>
    internal static (double Fraction, string? Text) ReadProgress(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(body);
        return (reader.ReadUnmanaged<double>(), reader.ReadString());
    }
}
