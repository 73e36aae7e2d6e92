using Graflow.Generators.Diagnostics;
using Graflow.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads what a method yields, and how.</summary>
internal static class OutputReader
{
    private const string Tasks = "System.Threading.Tasks";

    public static OutputModel? Read(IMethodSymbol method, TypeTexts texts, ProblemList problems)
    {
        if (method.ReturnsVoid)
        {
            return Unit(ReturnKind.Void);
        }

        var type = method.ReturnType;
        var (isTask, isValueTask) = (type.Is(Tasks, "Task"), type.Is(Tasks, "ValueTask"));
        if (isTask || isValueTask)
        {
            return Unit(isTask ? ReturnKind.Task : ReturnKind.ValueTask);
        }

        var kind = type.Is(Tasks, "Task", 1) ? ReturnKind.TaskOfValue : type.Is(Tasks, "ValueTask", 1) ? ReturnKind.ValueTaskOfValue : ReturnKind.Value;
        var value = kind == ReturnKind.Value ? type : Argument(type);
        if (value.Is("Graflow", "Next", 1))
        {
            (kind, value) = (AsNext(kind), Argument(value));
        }

        if (TypeProblems.Find(value) is { } problem)
        {
            problems.Add(Rules.Signature, method, $"'{method.Name}' cannot be a task: it yields {value.ToDisplayString(TypeNames.Short)}, {problem}");
            return null;
        }

        return TypeProblems.IsMissing(value) ? null : new OutputModel(kind, texts[value].Full, texts[value].Short);
    }

    /// <summary>What the method yields once it has run, without task and <c>Next</c> around it; null for nothing.</summary>
    public static ITypeSymbol? ValueOf(IMethodSymbol method)
    {
        var type = method.ReturnType;
        if (method.ReturnsVoid || type.Is(Tasks, "Task") || type.Is(Tasks, "ValueTask"))
        {
            return null;
        }

        var value = type.Is(Tasks, "Task", 1) || type.Is(Tasks, "ValueTask", 1) ? Argument(type) : type;
        return value.Is("Graflow", "Next", 1) ? Argument(value) : value;
    }

    private static ITypeSymbol Argument(ITypeSymbol type) => ((INamedTypeSymbol)type).TypeArguments[0];

    private static OutputModel Unit(ReturnKind kind) => new(kind, WellKnown.Unit, "Unit");

    private static ReturnKind AsNext(ReturnKind kind) => kind switch
    {
        ReturnKind.TaskOfValue => ReturnKind.TaskOfNext,
        ReturnKind.ValueTaskOfValue => ReturnKind.ValueTaskOfNext,
        _ => ReturnKind.Next,
    };
}
