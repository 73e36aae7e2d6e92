using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Options;

/// <summary>GRF302 for options that are set in code, in the words of the library's own check.</summary>
internal static class OptionValues
{
    public static bool MayBe(string name) => name is "Handler" or "Timeout" or "Limit" or "MaxAttempts" or "Delay" or "MaxDelay" or "Concurrency" or "PerSecond" or "Ttl" or "Failures" or "Reset";

    /// <returns>What is wrong; null where nothing is, or the value is not a constant.</returns>
    public static string? ProblemOf(AssignmentExpressionSyntax assignment, SemanticModel semantics, CancellationToken ct)
    {
        if (semantics.GetSymbolInfo(assignment.Left, ct).Symbol is not IPropertySymbol { ContainingType: { } owner } property || !owner.Is("Graflow", owner.Name))
        {
            return null;
        }

        var value = assignment.Right;
        return (owner.Name, property.Name) switch
        {
            ("TaskOptions", "Handler") => semantics.GetConstantValue(value, ct) is { HasValue: true, Value: null or "" } ? "Handler is empty; name a handler, or leave it at \"direct\"" : null,
            ("TaskOptions", "Timeout") => Positive("Timeout", Duration()),
            ("TaskOptions", "Limit") => value is BaseObjectCreationExpressionSyntax creation && LimitsNothing(creation, semantics, ct) ? "Limit sets neither Concurrency nor PerSecond; set one of them" : null,
            ("RetryOptions", "MaxAttempts") => Number() is < 1 and var attempts ? $"Retry.MaxAttempts is {attempts}; it counts all attempts, the first one included, and must be at least 1" : null,
            ("RetryOptions", "Delay") => Duration() is { Ticks: < 0 } delay ? $"Retry.Delay is {delay:c}; it must not be negative" : null,
            ("RetryOptions", "MaxDelay") => MaxDelayProblem(assignment, Duration(), semantics, ct),
            ("LimitOptions", "Concurrency") => Number() is < 0 and var concurrency ? $"Limit.Concurrency is {concurrency}; it must not be negative" : null,
            ("LimitOptions", "PerSecond") => Number() is { } rate && (!(rate >= 0) || double.IsInfinity(rate)) ? $"Limit.PerSecond is {FormattableString.Invariant($"{rate}")}; it must be a number that is not negative" : null,
            ("CacheOptions", "Ttl") => Positive("Cache.Ttl", Duration()),
            ("CircuitBreakerOptions", "Failures") => Number() is < 1 and var failures ? $"CircuitBreaker.Failures is {failures}; it must be at least 1" : null,
            ("CircuitBreakerOptions", "Reset") => Positive("CircuitBreaker.Reset", Duration()),
            _ => null,
        };

        TimeSpan? Duration() => ConstantDuration.Read(value, semantics, ct);

        double? Number() => ConstantDuration.Number(value, semantics, ct);
    }

    /// <summary>The numbers of <c>ForEach</c>, <c>Within</c> and <c>Execution</c>.</summary>
    public static string? ProblemOf(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: { Count: 1 } arguments } || name is not ("ForEach" or "Within" or "Threads" or "Processes"))
        {
            return null;
        }

        var only = arguments[0];
        var (number, limit) = (ConstantDuration.Number(only.Expression, semantics, ct), name == "Within" ? ConstantDuration.Read(only.Expression, semantics, ct) : null);
        return (number is < 1 || limit <= TimeSpan.Zero) && IsOurs(semantics.GetSymbolInfo(call, ct).Symbol) ? (name, number, limit) switch
        {
            ("ForEach", { } n, _) => $"ForEach({n}) could never run an element; give 1 or more, or ForEach() for no limit",
            ("Threads", { } n, _) => $"Threads({n}) could never run a body; give 1 or more, or Threads() for no limit",
            ("Processes", { } n, _) => $"Processes({n}) could never run a body; give 1 or more",
            (_, _, { } time) => $"Within({time:c}) leaves no time; give more than zero",
            _ => null,
        } : null;
    }

    private static bool IsOurs(ISymbol? symbol)
    {
        for (var type = symbol?.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Is("Graflow", "FlowExtensions") || type.Is("Graflow", "Execution"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool LimitsNothing(BaseObjectCreationExpressionSyntax limit, SemanticModel semantics, CancellationToken ct) =>
        limit.ArgumentList is null or { Arguments.Count: 0 }
        && (limit.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? []).All(member =>
            member.Left is IdentifierNameSyntax { Identifier.ValueText: not ("Concurrency" or "PerSecond") } || ConstantDuration.Number(member.Right, semantics, ct) == 0);

    private static string? Positive(string option, TimeSpan? duration) =>
        duration is { Ticks: <= 0 } time ? $"{option} is {time:c}; it must be more than zero" : null;

    private static string? MaxDelayProblem(AssignmentExpressionSyntax assignment, TimeSpan? max, SemanticModel semantics, CancellationToken ct)
    {
        var first = (assignment.Parent as InitializerExpressionSyntax)?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(static other => other.Left is IdentifierNameSyntax { Identifier.ValueText: "Delay" });
        var delay = first is null ? TimeSpan.Zero : ConstantDuration.Read(first.Right, semantics, ct);
        return max < delay ? $"Retry.MaxDelay is {max:c}, less than Retry.Delay {delay:c}" : null;
    }
}
