namespace Graflow.Resilience;

/// <summary>Whether a failed attempt is worth another one.</summary>
internal static class RetryRule
{
    // Of a failure elsewhere only the names arrive.
    private static readonly HashSet<string> NeverRetried =
    [
        typeof(PayloadException).FullName!, typeof(NotSerializableException).FullName!, typeof(FlowDefinitionException).FullName!,
    ];

    /// <summary>Whether the failure of attempt number <paramref name="attempt"/>, from 1, is followed by another attempt. Cancels are the caller's to tell from failures and never come here.</summary>
    internal static bool Allows(RetryOptions options, int attempt, Exception exception) =>
        attempt < options.MaxAttempts
        && exception is not (INeverRetried or FlowDefinitionException)
        && (options.On.Count == 0 || Names(options.On, exception.GetType()));

    /// <summary>The same for a failure that happened elsewhere, of which only the names of its type and its base types are known.</summary>
    internal static bool Allows(RetryOptions options, int attempt, IReadOnlyList<string> typeNames) =>
        attempt < options.MaxAttempts
        && !typeNames.Any(NeverRetried.Contains)
        && (options.On.Count == 0 || typeNames.Any(options.On.Contains));

    private static bool Names(IReadOnlyList<string> names, Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (names.Contains(type.FullName))
            {
                return true;
            }
        }

        return false;
    }
}
