using Graflow.CompilerServices;
using Graflow.Payloads;
using Graflow.Resilience;

namespace Graflow;

/// <summary>A value that no payload can carry: of a type without a codec (GRF201), of one that lives in its process (GRF202), or nested without an end. Never retried.</summary>
public sealed class NotSerializableException : GraflowException, INeverRetried
{
    private NotSerializableException(string message, string? id)
        : base(message, inner: null, id)
    {
    }

    /// <summary>One that was found in another process, in its words.</summary>
    internal static NotSerializableException Elsewhere(string message, string? id) => new(message, id);

    internal static NotSerializableException NoCodec(Type type) => UnsendableTypes.Find(type) is var (words, id)
        ? new($"{TypeText.Of(type)} cannot leave this process: {TypeText.Of(type)} {words}.", id)
        : new($"{TypeText.Of(type)} cannot leave this process: no codec was generated for it. Name it in a task's signature or a channel key, mark it with [Payload], or add [assembly: Payload(typeof({TypeText.Of(type)}))].", "GRF201");

    internal static NotSerializableException UnknownType(Type declared, Type found)
    {
        var (name, advice) = (TypeText.Of(declared), $"[Union(…, typeof({TypeText.Of(found)}))]");
        return new($"{TypeText.Of(found)} cannot be serialized as {name}: a payload tells only the types that are listed. {(declared.IsAbstract ? $"Add it to {name}: {advice}." : $"Make {name} abstract and list them: {advice}.")}", "GRF204");
    }

    internal static NotSerializableException Continuation(string target, string problem) =>
        new($"What runs next, {target}, cannot leave this process: {problem}. Continue with a [Task], with a chain of them (a >> b, As and With, waits and delays included), or with a [Workflow] whose value stays the same: {{ get; }} = ….", "GRF204");

    internal static NotSerializableException NotRegistered(string taskId) =>
        new($"{taskId} is to run in another process, which cannot find it: no generated module registers it. Declare it by [Task] in a project that has the generator, or register it by GraflowRegistry.Add in both programs.", "GRF201");

    /// <summary>The same, said of a task.</summary>
    internal NotSerializableException Of(string taskId) => new($"{taskId}: {BareMessage}", Id);

    internal static NotSerializableException TooDeep() =>
        new($"Objects are nested more than {PayloadCode.MaxDepth} deep, most likely because one contains itself. Send ids instead of references that lead back, or a list instead of a chain.", id: null);

    internal static NotSerializableException TooLarge() =>
        new($"The payload takes more than {Array.MaxLength} bytes, which is more than an array holds. Send it in parts, or the name of where it is.", id: null);

    internal static NotSerializableException TooLargeForFrame(int limit) =>
        new($"The payload takes more than {limit} bytes, which is the most that one message to or from another process carries. Send it in parts, or the name of where it is.", id: null);

    internal static NotSerializableException Changed(Type type, int counted, int written) =>
        new($"{TypeText.Of(type)} had {counted} elements when it was counted and {written} when it was written: it was changed meanwhile. Send a copy, or a concurrent collection.", id: null);
}
