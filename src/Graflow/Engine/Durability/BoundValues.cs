using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>The values that a flow fixes by <c>Bind</c>, as they were when it began to run: another process may make the same flow with others. Stands in records as each value's length and bytes, in plan order; bodies of maps come after what is around them, as in the structure.</summary>
internal sealed class BoundValues
{
    private readonly Dictionary<Vertex, ReadOnlyMemory<byte>> _values = [];

    private BoundValues()
    {
    }

    /// <exception cref="NotSerializableException">A value cannot be written.</exception>
    internal static byte[] Write(FlowPlan plan)
    {
        if (plan.Bound.Count == 0)
        {
            return [];
        }

        using var buffer = PooledBuffer.Rent();
        var output = new PayloadWriter(buffer);
        foreach (var vertex in plan.Bound)
        {
            var value = BytesOf(vertex);
            output.WriteCount(value.Length);
            output.WriteUnmanagedSpan<byte>(value);
        }

        output.Flush();
        return buffer.Written.ToArray();
    }

    /// <param name="plan">A plan with the structure of the one whose values were written.</param>
    /// <param name="bytes">What <see cref="Write"/> wrote.</param>
    /// <exception cref="PayloadException">The bytes are values of another plan.</exception>
    internal static BoundValues Read(FlowPlan plan, ReadOnlyMemory<byte> bytes)
    {
        var values = new BoundValues();
        var reader = new PayloadReader(bytes.Span);
        foreach (var vertex in plan.Bound)
        {
            var length = reader.ReadCount(minimumElementSize: 1);
            values._values.Add(vertex, bytes.Slice(reader.Offset, Math.Max(length, 0)));
            reader.TakeSpan(Math.Max(length, 0));
        }

        return reader.Remaining == 0 ? values : throw PayloadFailure.OfTrailing(reader.Offset, reader.Remaining);
    }

    /// <summary>The value of a vertex of the plan or of one of its maps' bodies.</summary>
    /// <exception cref="PayloadException">What was written is no <typeparamref name="T"/>.</exception>
    internal T Of<T>(BindVertex<T> vertex) => PayloadSerializer.Deserialize<T>(_values[vertex].Span);

    private static byte[] BytesOf(Vertex vertex)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        try
        {
            ((IBindVertex)vertex).Write(ref writer);
        }
        catch (NotSerializableException exception)
        {
            throw exception.Of($"The value of {vertex.Id}");
        }

        writer.Flush();
        return buffer.Written.ToArray();
    }
}
