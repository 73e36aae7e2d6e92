namespace Graflow.Engine;

/// <summary>A signal that was sent in this process: its value is handed over as it is.</summary>
internal sealed class Signal<TValue>(string id, string name, string? key, TValue value) : Signal(id, name, key, TypeOf<TValue>(), payload: default)
{
    private byte[]? _payload;

    internal override ReadOnlyMemory<byte> Payload => _payload ??= PayloadSerializer.Serialize(Value);

    internal override string ShownType => TypeText.Of(typeof(TValue));

    internal override T Read<T>() => ((Signal<T>)(Signal)this).Value;

    private TValue Value { get; } = value;
}
