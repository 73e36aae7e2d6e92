namespace Graflow.Payloads.Tests.Fuzzing;

/// <summary>A type whose payloads are mutated.</summary>
internal abstract class FuzzTarget(string name)
{
    public string Name => name;

    /// <summary>Valid payloads, from which the mutations start.</summary>
    public abstract IReadOnlyList<byte[]> Payloads { get; }

    public static FuzzTarget Of<T>(params T[] values) => new FuzzTarget<T>(values);

    /// <summary>True when the bytes are a value, false when they are a <see cref="PayloadException"/>; whatever else happens is thrown.</summary>
    public abstract bool IsValue(ReadOnlySpan<byte> payload);

    /// <summary>The bytes of the value that these bytes are.</summary>
    public abstract byte[] Rewrite(ReadOnlySpan<byte> payload);

    public override string ToString() => Name;
}
