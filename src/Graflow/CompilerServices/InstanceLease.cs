using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>The object whose method a task is, for one attempt: disposed of afterwards if it was made for the attempt, left alone if it came from the service provider, whose scope disposes of it.</summary>
/// <typeparam name="T">The object's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Nobody compares leases.")]
public readonly struct InstanceLease<T> : IDisposable, IAsyncDisposable
    where T : class
{
    private readonly bool _isOwned;

    internal InstanceLease(T value, bool isOwned)
    {
        Value = value;
        _isOwned = isOwned;
    }

    /// <summary>The object.</summary>
    public T Value { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOwned)
        {
            (Value as IDisposable)?.Dispose();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_isOwned && Value is IAsyncDisposable disposable)
        {
            return disposable.DisposeAsync();
        }

        Dispose();
        return default;
    }
}
