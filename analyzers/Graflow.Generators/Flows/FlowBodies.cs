using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

/// <summary>What members do, each bound once. To bind is what reading a flow costs, so several threads may do it at once.</summary>
internal sealed class FlowBodies(Compilation compilation, CancellationToken ct)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _known = new(SymbolEqualityComparer.Default);

    public void Keep(ISymbol member, IOperation code) => _known[member] = code;

    /// <summary>The code of a member that others can read, and that is always the same.</summary>
    public IOperation? Of(ISymbol member) => _known.GetOrAdd(member, Bind);

    /// <summary>Binds what code leads to, before its reader waits for other readers.</summary>
    public void Prepare(IReadOnlyList<IOperation> code)
    {
        var open = new Stack<IOperation>(code);
        while (open.Count > 0)
        {
            foreach (var member in open.Pop().DescendantsAndSelf().Select(MemberOf).OfType<ISymbol>())
            {
                if (FlowSymbols.IsFixed(member) && !_known.ContainsKey(member) && Of(member) is { } body)
                {
                    open.Push(body);
                }
            }
        }
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.OriginalDefinition: var property } when FlowSymbols.IsPart(property.Type) => property,
        IFieldReferenceOperation { Field.OriginalDefinition: { IsStatic: true } field } when FlowSymbols.IsPart(field.Type) => field,
        IInvocationOperation { TargetMethod.OriginalDefinition: { MethodKind: MethodKind.Ordinary } method } when FlowSymbols.IsPart(method.ReturnType) => method,
        _ => null,
    };

    private IOperation? Bind(ISymbol member) =>
        member.DeclaringSyntaxReferences.Length == 1 && CodeOf(member.DeclaringSyntaxReferences[0].GetSyntax(ct)) is { } code && IsHere(code) ? OperationOf(code) : null;

    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "A flow is followed to the member that it mentions, which may be in another file; each member is bound once.")]
    public SemanticModel SemanticsOf(SyntaxTree tree) => compilation.GetSemanticModel(tree);

    private static SyntaxNode? CodeOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        PropertyDeclarationSyntax { Initializer: { } initializer, AccessorList.Accessors: var accessors } when accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null) => initializer,
        PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: var accessors } => accessors.FirstOrDefault(static accessor => accessor.Keyword.ValueText == "get" && (accessor.Body is not null || accessor.ExpressionBody is not null)),
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
        MethodDeclarationSyntax { Body: not null } or MethodDeclarationSyntax { ExpressionBody: not null } => declaration,
        _ => null,
    };

    /// <summary>Whether the code is this project's: in an editor, those that it refers to show theirs too.</summary>
    private bool IsHere(SyntaxNode code) => compilation.ContainsSyntaxTree(code.SyntaxTree);

    private IOperation? OperationOf(SyntaxNode code) => SemanticsOf(code.SyntaxTree).GetOperation(code, ct);
}
