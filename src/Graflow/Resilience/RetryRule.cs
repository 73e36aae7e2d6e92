namespace Graflow.Resilience;

/// <summary>Whether a failed attempt is worth another one.</summary>
internal static class RetryRule
{
    /// <summary>Whether the failure of attempt number <paramref name="attempt"/>, from 1, is followed by another attempt. Cancels are the caller's to tell from failures and never come here.</summary>
    internal static bool Allows(RetryOptions options, int attempt, Exception exception) =>
        attempt < options.MaxAttempts
        && !RemoteTaskException.IsIncurable(exception)
        && (options.On.Count == 0 || Names(options.On, exception));

    private static bool Names(IReadOnlyList<string> names, Exception exception)
    {
        if (exception is RemoteTaskException remote)
        {
            return remote.RemoteTypes.Any(names.Contains);
        }

        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (names.Contains(type.FullName))
            {
                return true;
            }
        }

        return false;
    }
}
