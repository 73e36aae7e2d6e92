using Graflow.CompilerServices;

namespace Graflow.Channels;

/// <summary>A value, kept without boxing.</summary>
internal sealed class ValueCell<TValue>(TValue value, TimeSpan expiresAt) : Cell(expiresAt)
{
    internal override string TypeText => (value?.GetType() ?? typeof(TValue)).ToString();

    // Numbers are numbers, nullable or not: whoever reads them may want the other.
    internal override string WireType => value is int or long ? TypeText : typeof(TValue).ToString();

    internal override bool IsNull => value is null;

    internal TValue Value => value;

    internal override void Write(ref PayloadWriter writer)
    {
        switch (value)
        {
            case int number:
                writer.WriteUnmanaged(number);
                break;
            case long number:
                writer.WriteUnmanaged(number);
                break;
            default:
                writer.Write(value);
                break;
        }
    }

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

    private protected override (Cell List, int Count) AppendPayload(string key, PayloadCell item) =>
        WireType == item.TypeText ? PayloadCell.Of(this).Append(key, item) : base.AppendPayload(key, item);
}
