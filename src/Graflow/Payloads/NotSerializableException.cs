using Graflow.CompilerServices;
using Graflow.Resilience;

namespace Graflow;

/// <summary>A value that no payload can carry: of a type without a codec (GRF201), or nested without an end. Never retried.</summary>
public sealed class NotSerializableException : GraflowException, INeverRetried
{
    private NotSerializableException(string message, string? id)
        : base(message, inner: null, id)
    {
    }

    internal static NotSerializableException NoCodec(Type type) =>
        new($"{TypeText.Of(type)} cannot leave this process: no codec was generated for it. Name it in a task's signature or a channel key, mark it with [Payload], or add [assembly: Payload(typeof({TypeText.Of(type)}))].", "GRF201");

    internal static NotSerializableException UnknownType(Type declared, Type found) =>
        new($"A {TypeText.Of(found)} cannot be serialized as {TypeText.Of(declared)}: a payload tells only the types that are listed. Make {TypeText.Of(declared)} abstract and list them: [Union(0, typeof({TypeText.Of(found)}))].", "GRF204");

    internal static NotSerializableException TooDeep() =>
        new($"Objects are nested more than {PayloadCode.MaxDepth} deep, most likely because one contains itself. Send ids instead of references that lead back, or a list instead of a chain.", id: null);

    internal static NotSerializableException Changed(Type type, int counted, int written) =>
        new($"{TypeText.Of(type)} had {counted} elements when it was counted and {written} when it was written: it was changed meanwhile. Send a copy, or a concurrent collection.", id: null);
}
