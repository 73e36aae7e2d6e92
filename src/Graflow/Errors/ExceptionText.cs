namespace Graflow;

/// <summary>Reads exceptions of user code, whose own text may be null or throw: a failure must reach its run all the same.</summary>
internal static class ExceptionText
{
    /// <summary>The exception's message; empty when it has none.</summary>
    internal static string MessageOf(Exception exception) => Read(exception, static e => e.Message);

    /// <summary>The exception with its stack and its inner exceptions.</summary>
    internal static string Of(Exception exception) => Read(exception, static e => e.ToString());

    private static string Read(Exception exception, Func<Exception, string?> read)
    {
        try
        {
            return read(exception) ?? "";
        }
        catch (Exception error)
        {
            return $"(the text of {exception.GetType()} cannot be read: {error.GetType()})";
        }
    }
}
