namespace Graflow.Channels;

/// <summary>A value, kept without boxing.</summary>
internal sealed class ValueCell<TValue>(TValue value, TimeSpan expiresAt) : Cell(expiresAt)
{
    protected override Type Type => value?.GetType() ?? typeof(TValue);

    protected override bool TryRead<T>(out T result)
    {
        if (this is ValueCell<T> same)
        {
            result = same.Value;
            return true;
        }

        object? boxed = value switch
        {
            int number when typeof(T) == typeof(long) => (long)number,
            long number when typeof(T) == typeof(int) && number == (int)number => (int)number,
            _ => value,
        };
        result = boxed is T read ? read : default!;
        return boxed is T || (boxed is null && default(T) is null);
    }

    private TValue Value => value;
}
