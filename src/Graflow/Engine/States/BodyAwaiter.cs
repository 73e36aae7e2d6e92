namespace Graflow.Engine;

/// <summary>Waits for an asynchronous body without an async state machine; one for each state, used again and again.</summary>
internal sealed class BodyAwaiter<TOut>(Action completed)
{
    private ValueTask<TOut> _value;
    private ValueTask<Next<TOut>> _next;
    private bool _isNext;

    internal void Set(ValueTask<TOut> pending) => (_value, _isNext) = (pending, false);

    internal void Set(ValueTask<Next<TOut>> pending) => (_next, _isNext) = (pending, true);

    internal void Register()
    {
        if (_isNext)
        {
            _next.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(completed);
        }
        else
        {
            _value.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(completed);
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
