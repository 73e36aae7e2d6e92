using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Options;

/// <summary>Computes the durations that are written with constants; C# itself has none.</summary>
internal static class ConstantDuration
{
    /// <returns>Null where it is not known when the program is compiled.</returns>
    public static TimeSpan? Read(ExpressionSyntax expression, SemanticModel semantics, CancellationToken ct) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Read(parenthesized.Expression, semantics, ct),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative => Read(negative.Operand, semantics, ct) is { } value && value != TimeSpan.MinValue ? -value : null,
        MemberAccessExpressionSyntax or IdentifierNameSyntax => semantics.GetSymbolInfo(expression, ct).Symbol is IFieldSymbol field ? OfField(field) : null,
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call => OfCall(call, semantics, ct),
        DefaultExpressionSyntax when semantics.GetTypeInfo(expression, ct).Type.Is("System", "TimeSpan") => TimeSpan.Zero,
        _ => null,
    };

    public static double? Number(ExpressionSyntax expression, SemanticModel semantics, CancellationToken ct) =>
        semantics.GetConstantValue(expression, ct).Value switch
        {
            int number => number,
            long number => number,
            double number => number,
            float number => number,
            _ => null,
        };

    private static TimeSpan? OfCall(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken ct) =>
        semantics.GetSymbolInfo(call, ct).Symbol is IMethodSymbol method && method.ContainingType.Is("System", "TimeSpan")
        && Number(call.ArgumentList.Arguments[0].Expression, semantics, ct) is { } number
            ? Of(method.Name, number)
            : null;

    private static TimeSpan? OfField(IFieldSymbol field) => field.Name switch
    {
        "Zero" when field.ContainingType.Is("System", "TimeSpan") => TimeSpan.Zero,
        "MinValue" when field.ContainingType.Is("System", "TimeSpan") => TimeSpan.MinValue,
        "InfiniteTimeSpan" when field.ContainingType.Is("System.Threading", "Timeout") => TimeSpan.FromMilliseconds(-1),
        _ => null,
    };

    private static TimeSpan? Of(string method, double number)
    {
        var ticks = number * method switch
        {
            "FromDays" => TimeSpan.TicksPerDay,
            "FromHours" => TimeSpan.TicksPerHour,
            "FromMinutes" => TimeSpan.TicksPerMinute,
            "FromSeconds" => TimeSpan.TicksPerSecond,
            "FromMilliseconds" => TimeSpan.TicksPerMillisecond,
            "FromMicroseconds" => TimeSpan.TicksPerMillisecond / 1000,
            "FromTicks" => 1,
            _ => double.NaN,
        };
        return Math.Abs(ticks) < long.MaxValue ? TimeSpan.FromTicks((long)ticks) : null;
    }
}
