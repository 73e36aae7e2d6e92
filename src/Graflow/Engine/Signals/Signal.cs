namespace Graflow.Engine;

/// <summary>A value on its way to a wait: as bytes that came from a journal or another process, or as itself.</summary>
/// <param name="id">What it is known by: a signal that comes twice counts once.</param>
/// <param name="name">What waits ask for.</param>
/// <param name="key">Which of the waits of that name it is for; null for any.</param>
/// <param name="type">The value's type in words, which are compared and never looked up.</param>
/// <param name="payload">The value, encoded.</param>
internal class Signal(string id, string name, string? key, string type, ReadOnlyMemory<byte> payload)
{
    internal string Id { get; } = id;

    internal string Name { get; } = name;

    internal string? Key { get; } = key;

    internal string Type { get; } = type;

    /// <summary>The value, encoded.</summary>
    /// <exception cref="NotSerializableException">The type has no codec.</exception>
    internal virtual ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>The type for people.</summary>
    internal virtual string ShownType => Type;

    /// <summary>Whether a wait for a <typeparamref name="T"/> can take it: the types must be the same, so that the bytes can be read wherever they were written.</summary>
    internal bool Fits<T>() => Type == TypeOf<T>();

    /// <exception cref="PayloadException">The bytes are no such value.</exception>
    internal virtual T Read<T>() => PayloadSerializer.Deserialize<T>(Payload.Span);

    internal static string TypeOf<T>() => typeof(T).ToString();
}
