using Graflow.CompilerServices;
using Graflow.Payloads;

namespace Graflow.Engine;

/// <summary>What one process asks of a run that another one drives, or nobody: a signal, or to be cancelled.</summary>
/// <param name="Signal">The signal; null for a cancel.</param>
/// <param name="Reason">Why the run is to be cancelled; null for a signal.</param>
internal sealed record RunMail(Signal? Signal, string? Reason)
{
    private const byte SignalKind = 1;
    private const byte CancelKind = 2;

    /// <exception cref="NotSerializableException">The signal's value has no codec.</exception>
    internal static byte[] Of(Signal signal)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        writer.WriteUnmanaged(SignalKind);
        writer.WriteString(signal.Id);
        writer.WriteString(signal.Name);
        writer.WriteString(signal.Key);
        writer.WriteString(signal.Type);
        writer.WriteUnmanagedSpan(signal.Payload.Span);
        writer.Flush();
        return buffer.Written.ToArray();
    }

    internal static byte[] OfCancel(string reason)
    {
        using var buffer = PooledBuffer.Rent();
        var writer = new PayloadWriter(buffer);
        writer.WriteUnmanaged(CancelKind);
        writer.WriteString(reason);
        writer.Flush();
        return buffer.Written.ToArray();
    }

    /// <exception cref="PayloadException">A newer version wrote it, or somebody else.</exception>
    internal static RunMail Read(ReadOnlyMemory<byte> mail)
    {
        var reader = new PayloadReader(mail.Span);
        var kind = reader.ReadUnmanaged<byte>();
        switch (kind)
        {
            case SignalKind:
                var (id, name, key, type) = (Text(ref reader), Text(ref reader), reader.ReadString(), Text(ref reader));
                return new RunMail(new Signal(id, name, key, type, mail[reader.Offset..].ToArray()), Reason: null);
            case CancelKind:
                return new RunMail(Signal: null, Text(ref reader));
            default:
                throw new PayloadException(0, $"No mail to a run has the kind {kind}: a newer version wrote it. Update the program that drives the run first.");
        }
    }

    private static string Text(ref PayloadReader reader) => reader.ReadString() ?? throw new PayloadException(reader.Offset, "A text is null here, and it cannot be.");
}
