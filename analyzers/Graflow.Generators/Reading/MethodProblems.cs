using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>GRF002: methods that cannot be tasks whatever their parameters are.</summary>
internal static class MethodProblems
{
    public static void Find(IMethodSymbol method, ProblemList problems)
    {
        if (Reason(method) is { } reason)
        {
            problems.Add(Rules.Signature, method, $"'{method.Name}' cannot be a task: {reason}");
        }
    }

    public static string NotAMethod(IMethodSymbol method) => method.MethodKind == MethodKind.LocalFunction
        ? $"'{method.Name}' cannot be a task: it is a local function, and nodes are added to types; move it into a partial class"
        : $"'{method.Name}' cannot be a task: only ordinary methods can";

    private static string? Reason(IMethodSymbol method) => method switch
    {
        { IsGenericMethod: true } => "it is generic, and a task is one method, not one for each type argument; write one for each type, or use Flow.Task",
        { IsAsync: true, ReturnsVoid: true } => "it is async void, so that nobody can wait for it; return Task",
        { RefKind: not RefKind.None } => "it returns by reference, and outputs are values that outlive the call",
        { IsVararg: true } => "it takes __arglist",
        { IsAbstract: true } => "it is abstract",
        { IsStatic: false, ContainingType.TypeKind: TypeKind.Struct } => "it is an instance method of a struct, whose copies would be lost; make it static, or the type a class",
        { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface } => "it is an instance method of an interface; make it static, or declare it in a class",
        _ => null,
    };
}
