using System.Diagnostics.CodeAnalysis;

namespace Graflow;

/// <summary>What a task may return instead of <typeparamref name="T"/>: the value, or the next thing to run that will produce it. <c>default</c> is neither and fails the task.</summary>
/// <typeparam name="T">The task's output.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Next.Done is the named alternate.")]
public readonly struct Next<T>
{
    private readonly T? _value;

    internal Next(T value)
    {
        _value = value;
        Kind = NextKind.Done;
    }

    internal Next(NextTarget target)
    {
        Target = target;
        Kind = NextKind.To;
    }

    internal NextKind Kind { get; }

    internal NextTarget? Target { get; }

    internal T Value => _value!;

    /// <summary>Lets a task return its output as it is.</summary>
    public static implicit operator Next<T>(T value) => new(value);

    /// <summary>The same request as one that yields a base type or an interface of <typeparamref name="T"/>.</summary>
    /// <typeparam name="TBase">A type that every <typeparamref name="T"/> converts to by reference.</typeparam>
    /// <exception cref="InvalidCastException">The value is not a <typeparamref name="TBase"/>.</exception>
    public Next<TBase> As<TBase>() => Kind switch
    {
        NextKind.Done => new Next<TBase>((TBase)(object)_value!),
        NextKind.To => new Next<TBase>(Target!),
        _ => default,
    };
}
