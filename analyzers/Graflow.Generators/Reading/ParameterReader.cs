using System.Globalization;
using Graflow.Generators.Diagnostics;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Graflow.Generators.Reading;

/// <summary>Reads one parameter: what it is, and where its value comes from.</summary>
internal static class ParameterReader
{
    /// <returns>Null where something is wrong, or where the type does not exist, which the compiler reports.</returns>
    public static ParameterModel? Read(IParameterSymbol parameter, TypeTexts texts, ProblemList problems)
    {
        if (Problem(parameter) is { } problem)
        {
            problems.Add(Rules.Signature, parameter, $"'{parameter.ContainingSymbol.Name}' cannot be a task: its parameter '{parameter.Name}' {problem}");
            return null;
        }

        if (TypeProblems.IsMissing(parameter.Type))
        {
            return null;
        }

        var source = SourceAttribute(parameter);
        var kind = KindOf(parameter, source);
        var (full, display) = texts[parameter.Type];
        return new ParameterModel(
            parameter.Name,
            full,
            display,
            kind,
            kind == ParameterKind.Channel ? source!.Argument<string>(0) ?? parameter.Name : null,
            kind is ParameterKind.Channel or ParameterKind.Input ? Default(parameter, full) : null);
    }

    private static AttributeData? SourceAttribute(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is("Graflow", "FromServicesAttribute") || attribute.AttributeClass.Is("Graflow", "FromChannelAttribute"))
            {
                return attribute;
            }
        }

        return null;
    }

    private static string? Problem(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
        {
            return $"is passed by '{Keyword(parameter.RefKind)}', and inputs are values that come from other tasks; take it by value, and return what the task yields";
        }

        return TypeProblems.Find(parameter.Type) is { } problem ? $"is {parameter.Type.ToDisplayString(TypeNames.Short)}, {problem}" : null;
    }

    private static string Keyword(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        _ => "ref readonly",
    };

    private static ParameterKind KindOf(IParameterSymbol parameter, AttributeData? source)
    {
        var type = parameter.Type;
        if (source is not null)
        {
            return source.AttributeClass!.Name == "FromChannelAttribute" ? ParameterKind.Channel
                : IsOptional(parameter) ? ParameterKind.OptionalService
                : ParameterKind.Service;
        }

        return type.Name switch
        {
            "TaskContext" when type.Is("Graflow", "TaskContext") => ParameterKind.Context,
            "TaskContext" when type.Is("Graflow", "TaskContext", 1) => ParameterKind.TypedContext,
            "CancellationToken" when type.Is("System.Threading", "CancellationToken") => ParameterKind.CancellationToken,
            "ILogger" when type.Is("Microsoft.Extensions.Logging", "ILogger") => ParameterKind.Logger,
            "ILogger" when type.Is("Microsoft.Extensions.Logging", "ILogger", 1) => ParameterKind.Service,
            _ => ParameterKind.Input,
        };
    }

    private static bool IsOptional(IParameterSymbol parameter) =>
        parameter.Type.IsReferenceType && (parameter.NullableAnnotation == NullableAnnotation.Annotated || parameter.HasExplicitDefaultValue);

    /// <summary>A default value as an expression; null where there is none.</summary>
    public static string? Default(IParameterSymbol parameter, string type)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        return parameter.ExplicitDefaultValue switch
        {
            null => $"default({type})!",
            double number => $"({type})({Number(number, double.IsNaN(number), double.IsInfinity(number))}d)",
            float number => $"({type})({Number(number, float.IsNaN(number), float.IsInfinity(number))}f)",
            var value => $"({type})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}{(value is decimal ? "m" : "")})",
        };
    }

    private static string Number(IFormattable number, bool isNaN, bool isInfinite) =>
        isNaN ? "0d / 0" : isInfinite ? (number.ToString("R", CultureInfo.InvariantCulture).StartsWith("-", StringComparison.Ordinal) ? "-1d / 0" : "1d / 0") : number.ToString("R", CultureInfo.InvariantCulture);
}
