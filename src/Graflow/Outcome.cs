using System.Diagnostics.CodeAnalysis;

namespace Graflow;

/// <summary>A value, or the reason why there is none: what a tolerant group hands on and what <c>OutcomeOf</c> reads. Immutable.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    internal Outcome(T value)
    {
        _value = value;
        Kind = OutcomeKind.Succeeded;
    }

    internal Outcome(OutcomeKind kind, TaskFailure? failure)
    {
        Kind = kind;
        Failure = failure;
    }

    /// <summary>How the task ended, or that it has not.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Kind == OutcomeKind.Succeeded;

    /// <summary>Why there is no value: the task's own failure, or for a skipped task the failure it waited for; null when there is a value and when nothing failed.</summary>
    public TaskFailure? Failure { get; }

    /// <summary>The value.</summary>
    /// <exception cref="TaskFailedException">The task failed; the original exception is inside.</exception>
    /// <exception cref="InvalidOperationException">There is neither a value nor a failure: the task was cancelled, was not needed, or has not ended.</exception>
    public T Value
    {
        get
        {
            if (!IsSuccess)
            {
                ThrowMissing();
            }

            return _value!;
        }
    }

    /// <summary>Reads the value if there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }

    /// <summary>Calls <paramref name="ok"/> with the value, or <paramref name="failed"/> with the failure.</summary>
    /// <exception cref="InvalidOperationException">There is neither a value nor a failure.</exception>
    public TResult Match<TResult>(Func<T, TResult> ok, Func<TaskFailure, TResult> failed)
    {
        ArgumentNullException.ThrowIfNull(ok);
        ArgumentNullException.ThrowIfNull(failed);
        return IsSuccess ? ok(_value!) : failed(Failure ?? throw Missing());
    }

    /// <summary>The value or its default, and the failure if there is one: <c>var (value, failure) = outcome;</c>.</summary>
    public void Deconstruct(out T? value, out TaskFailure? failure)
    {
        value = _value;
        failure = Failure;
    }

    /// <summary>The value's text, or the failure's.</summary>
    public override string ToString() => IsSuccess ? _value?.ToString() ?? "null" : Failure?.ToString() ?? Kind.ToString();

    [DoesNotReturn]
    private void ThrowMissing()
    {
        Failure?.Throw();
        throw Missing();
    }

    private InvalidOperationException Missing() =>
        new($"There is no value of type {typeof(T).Name}: the task is {Kind}. Check IsSuccess, or use TryGet.");
}
