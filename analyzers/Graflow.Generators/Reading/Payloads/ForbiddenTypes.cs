using Graflow.Generators.Models.Payloads;
using Graflow.Payloads;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Types whose values mean nothing outside of the process, or that do not say what they hold.</summary>
internal static class ForbiddenTypes
{
    private static readonly (string Name, PayloadProblemKind Kind)[] Bases =
    [
        ("System.IO.Stream", PayloadProblemKind.Stream),
        ("System.IO.TextReader", PayloadProblemKind.Stream),
        ("System.IO.TextWriter", PayloadProblemKind.Stream),
        ("System.IO.BinaryReader", PayloadProblemKind.Stream),
        ("System.IO.BinaryWriter", PayloadProblemKind.Stream),
        ("System.IO.Pipelines.PipeReader", PayloadProblemKind.Stream),
        ("System.IO.Pipelines.PipeWriter", PayloadProblemKind.Stream),
        ("System.Threading.Tasks.Task", PayloadProblemKind.Task),
        ("System.Threading.Tasks.ValueTask", PayloadProblemKind.Task),
        ("System.Threading.Tasks.TaskCompletionSource", PayloadProblemKind.Task),
        ("System.Collections.Generic.IAsyncEnumerable", PayloadProblemKind.Task),
        ("System.Collections.Generic.IAsyncEnumerator", PayloadProblemKind.Task),
        ("System.Collections.Generic.IEnumerator", PayloadProblemKind.Task),
        ("System.IObservable", PayloadProblemKind.Task),
        ("Graflow.Next", PayloadProblemKind.Task),
        ("System.Threading.CancellationToken", PayloadProblemKind.CancellationToken),
        ("System.Threading.CancellationTokenSource", PayloadProblemKind.CancellationToken),
        ("System.Delegate", PayloadProblemKind.Delegate),
        ("System.Linq.Expressions.Expression", PayloadProblemKind.Delegate),
        ("Graflow.IExecutable", PayloadProblemKind.Delegate),
        ("System.Exception", PayloadProblemKind.Opaque),
        ("System.Threading.Thread", PayloadProblemKind.Resource),
        ("System.Runtime.InteropServices.GCHandle", PayloadProblemKind.Resource),
        ("System.Runtime.ConstrainedExecution.CriticalFinalizerObject", PayloadProblemKind.Resource),
        ("System.IServiceProvider", PayloadProblemKind.Resource),
        ("Microsoft.Extensions.Logging.ILogger", PayloadProblemKind.Resource),
        ("Graflow.TaskContext", PayloadProblemKind.Resource),
        ("Graflow.IChannel", PayloadProblemKind.Resource),
    ];

    public static (PayloadProblemKind Kind, string Reason)? Find(ITypeSymbol type)
    {
        if (KindOf(type) is not { } kind)
        {
            return null;
        }

        return (kind, kind switch
        {
            PayloadProblemKind.Delegate => UnsendableWords.Function,
            PayloadProblemKind.Stream => UnsendableWords.Stream,
            PayloadProblemKind.Task => UnsendableWords.Work,
            PayloadProblemKind.CancellationToken => UnsendableWords.CancellationToken,
            PayloadProblemKind.Resource when IsOfAttempt(type) => UnsendableWords.OfAttempt,
            PayloadProblemKind.Resource => UnsendableWords.Resource,
            PayloadProblemKind.Pointer => "is a pointer, which means nothing in another process",
            PayloadProblemKind.RefStruct => "is a ref struct, which cannot leave the stack; use an array or a Memory<T>",
            PayloadProblemKind.Object => UnsendableWords.AnyObject,
            _ => UnsendableWords.Opaque,
        });
    }

    private static bool IsOfAttempt(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IChannel" or "TaskContext", Arity: var arity } && type.Is("Graflow", type.Name, arity);

    /// <summary>Whether the type is the framework's or this library's.</summary>
    public static bool IsFramework(ITypeSymbol type)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        var outer = type.ContainingNamespace;
        while (outer is { ContainingNamespace: { IsGlobalNamespace: false } next })
        {
            outer = next;
        }

        return outer?.Name is "System" or "Microsoft" || type.ContainingAssembly?.Name == WellKnown.LibraryAssembly;
    }

    /// <summary>Whether a type of a package or of the framework says by <c>IDisposable</c> that it holds something.</summary>
    private static PayloadProblemKind? KindOf(ITypeSymbol type)
    {
        switch (type)
        {
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                return PayloadProblemKind.Pointer;
            case { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object }:
                return PayloadProblemKind.Object;
            case { TypeKind: TypeKind.Delegate }:
                return PayloadProblemKind.Delegate;
            case { IsRefLikeType: true } or { SpecialType: SpecialType.System_TypedReference }:
                return PayloadProblemKind.RefStruct;
        }

        var (isFramework, isForeign) = (IsFramework(type), type.DeclaringSyntaxReferences.IsEmpty);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (ByName(current) is { } kind)
            {
                return kind;
            }
        }

        if (type.TypeKind == TypeKind.Interface || isForeign || DerivesFromFramework(type))
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (ByName(contract) is { } kind)
                {
                    return kind;
                }

                if ((isForeign || DerivesFromFramework(type)) && contract.Name is "IDisposable" or "IAsyncDisposable" && contract.Is("System", contract.Name))
                {
                    return PayloadProblemKind.Resource;
                }
            }
        }

        if (type.Is("System", "IDisposable") || type.Is("System", "IAsyncDisposable"))
        {
            return PayloadProblemKind.Resource;
        }

        return isFramework && type.TypeKind != TypeKind.Interface && !type.IsUnmanagedType ? PayloadProblemKind.Opaque : null;
    }

    private static PayloadProblemKind? ByName(ITypeSymbol type)
    {
        foreach (var (name, kind) in Bases)
        {
            if (name.Length > type.Name.Length && name[name.Length - type.Name.Length - 1] == '.' && name.EndsWith(type.Name, StringComparison.Ordinal) && KnownTypes.NameOf(type) == name)
            {
                return kind;
            }
        }

        return null;
    }

    private static bool DerivesFromFramework(ITypeSymbol type) =>
        type.BaseType is { SpecialType: SpecialType.None } parent && (IsFramework(parent) || DerivesFromFramework(parent));
}
