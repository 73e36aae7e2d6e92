using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graflow.CompilerServices;

/// <summary>Values that are their memory: primitives, enums, structs of these.</summary>
/// <param name="layout">The struct's padding and what to check in it; null for primitives, enums and types of the framework.</param>
/// <param name="shape">Describes the struct's fields; null for primitives, enums and types whose fields are not known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnmanagedCodec<T>(PayloadLayout? layout = null, Func<PayloadShapes, string>? shape = null) : PayloadCodec<T>
    where T : unmanaged
{
    // Null where nothing has to be done, which is a copy.
    private readonly PayloadLayout? _gaps = (layout ?? PayloadLayout.Of<T>()) is { HasGaps: true } gaps ? gaps : null;
    private readonly PayloadLayout? _checks = (layout ?? PayloadLayout.Of<T>()) is { HasChecks: true } checks ? checks : null;

    /// <inheritdoc/>
    public override int MinimumSize => Unsafe.SizeOf<T>();

    /// <inheritdoc/>
    public override string Describe(PayloadShapes shapes) => shape is not null ? shape(shapes)
        : typeof(T).IsEnum ? shapes.Enum(typeof(T), TypeText.Of(typeof(T).GetEnumUnderlyingType()))
        : PayloadShapes.OfMemory(typeof(T), Unsafe.SizeOf<T>());

    /// <inheritdoc/>
    public override void Write(ref PayloadWriter writer, T value)
    {
        if (_gaps is null)
        {
            writer.WriteUnmanaged(in value);
            return;
        }

        WriteAll(ref writer, new ReadOnlySpan<T>(in value));
    }

    /// <inheritdoc/>
    public override T Read(ref PayloadReader reader)
    {
        if (_checks is null)
        {
            return reader.ReadUnmanaged<T>();
        }

        Unsafe.SkipInit(out T value);
        ReadAll(ref reader, new Span<T>(ref value));
        return value;
    }

    internal override void WriteAll(ref PayloadWriter writer, scoped ReadOnlySpan<T> values)
    {
        if (values.Length > Array.MaxLength / Unsafe.SizeOf<T>())
        {
            throw NotSerializableException.TooLarge();
        }

        var bytes = MemoryMarshal.AsBytes(values);
        var taken = writer.TakeSpan(bytes.Length);
        bytes.CopyTo(taken);
        _gaps?.ClearGaps(taken);
    }

    internal override void ReadAll(ref PayloadReader reader, scoped Span<T> values)
    {
        var bytes = reader.TakeSpan(values.Length * Unsafe.SizeOf<T>());
        if (_checks?.FindInvalid(bytes) is { } invalid and >= 0)
        {
            throw PayloadFailure.OfBits(reader.Offset - bytes.Length + invalid, TypeText.Of(typeof(T)), bytes.Slice(invalid, Unsafe.SizeOf<T>()));
        }

        bytes.CopyTo(MemoryMarshal.AsBytes(values));
    }
}
