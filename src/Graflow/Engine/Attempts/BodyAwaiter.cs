namespace Graflow.Engine;

/// <summary>Waits for an asynchronous body without an async state machine.</summary>
/// <param name="bodyCompleted">Called once the body ended, on the thread that ended it.</param>
/// <param name="attempt">The attempt whose body is awaited, if it may be abandoned; null where the awaiter serves all bodies of a state, one after the other.</param>
internal sealed class BodyAwaiter<TOut>(Action<BodyAwaiter<TOut>> bodyCompleted, IAbandonable? attempt)
{
    private Action? _completed;
    private ValueTask<TOut> _value;
    private ValueTask<Next<TOut>> _next;
    private bool _isNext;

    internal void Set(ValueTask<TOut> pending) => (_value, _isNext) = (pending, false);

    internal void Set(ValueTask<Next<TOut>> pending) => (_next, _isNext) = (pending, true);

    internal IAbandonable? Attempt => attempt;

    internal bool IsCompleted => _isNext ? _next.IsCompleted : _value.IsCompleted;

    internal void Register()
    {
        _completed ??= () => bodyCompleted(this);
        if (_isNext)
        {
            _next.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_completed);
        }
        else
        {
            _value.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_completed);
        }
    }

    /// <summary>Reads the body's result, once, or throws what it threw.</summary>
    internal Next<TOut> GetResult()
    {
        if (_isNext)
        {
            var next = _next;
            _next = default;
            return next.GetAwaiter().GetResult();
        }

        var value = _value;
        _value = default;
        return new Next<TOut>(value.GetAwaiter().GetResult());
    }
}
