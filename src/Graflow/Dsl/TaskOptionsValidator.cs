namespace Graflow.Dsl;

/// <summary>The rules that options must obey (GRF302), for attributes and for <c>With</c> alike.</summary>
internal static class TaskOptionsValidator
{
    /// <exception cref="FlowDefinitionException">An option is out of range.</exception>
    internal static void Check(TaskOptions options, string task)
    {
        if (FirstProblem(options) is { } problem)
        {
            throw new FlowDefinitionException($"{task}: {problem}", "GRF302");
        }
    }

    private static string? FirstProblem(TaskOptions options) => options switch
    {
        { Handler: null or "" } => "Handler is empty; name a handler, or leave it at \"direct\".",
        { Timeout: { } timeout } when timeout <= TimeSpan.Zero => $"Timeout is {timeout}; it must be more than zero.",
        { Retry: { } retry } when RetryProblem(retry) is { } problem => problem,
        { Limit: { } limit } when LimitProblem(limit) is { } problem => problem,
        { Cache: { } cache } when cache.Ttl <= TimeSpan.Zero => $"Cache.Ttl is {cache.Ttl}; it must be more than zero.",
        { CircuitBreaker: { Failures: < 1 } breaker } => $"CircuitBreaker.Failures is {breaker.Failures}; it must be at least 1.",
        { CircuitBreaker: { } breaker } when breaker.Reset <= TimeSpan.Zero => $"CircuitBreaker.Reset is {breaker.Reset}; it must be more than zero.",
        _ => null,
    };

    private static string? RetryProblem(RetryOptions retry) => retry switch
    {
        { MaxAttempts: < 1 } => $"Retry.MaxAttempts is {retry.MaxAttempts}; it counts all attempts, the first one included, and must be at least 1.",
        _ when retry.Delay < TimeSpan.Zero => $"Retry.Delay is {retry.Delay}; it must not be negative.",
        { MaxDelay: { } max } when max < retry.Delay => $"Retry.MaxDelay is {max}, less than Retry.Delay {retry.Delay}.",
        _ => null,
    };

    private static string? LimitProblem(LimitOptions limit) => limit switch
    {
        { Concurrency: < 0 } => $"Limit.Concurrency is {limit.Concurrency}; it must not be negative.",
        _ when !(limit.PerSecond >= 0) || double.IsInfinity(limit.PerSecond) => $"Limit.PerSecond is {limit.PerSecond}; it must be a number that is not negative.",
        { Concurrency: 0, PerSecond: 0 } => "Limit sets neither Concurrency nor PerSecond; set one of them.",
        _ => null,
    };
}
