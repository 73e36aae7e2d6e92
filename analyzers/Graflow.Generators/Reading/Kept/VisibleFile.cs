using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Graflow.Generators.Reading.Kept;

/// <summary>What other files can see of a file: all its text but the bodies of methods.</summary>
internal sealed class VisibleFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, VisibleFile> Known = new();

    private readonly string _text;
    private readonly ParseOptions _options;

    private VisibleFile(SyntaxTree tree)
    {
        _text = TextOf(tree);
        _options = tree.Options;
    }

    public static VisibleFile Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new VisibleFile(tree));

    public bool IsSameAs(VisibleFile other) =>
        ReferenceEquals(this, other) || (string.Equals(_text, other._text, StringComparison.Ordinal) && _options.Equals(other._options));

    private static string TextOf(SyntaxTree tree)
    {
        var (text, result, position) = (tree.GetText(), new StringBuilder(), 0);
        foreach (var hidden in tree.GetRoot().DescendantNodes(MayHoldBodies).OfType<MethodDeclarationSyntax>().Select(HiddenPart).Where(static span => !span.IsEmpty))
        {
            result.Append(text.ToString(TextSpan.FromBounds(position, hidden.Start)));
            position = hidden.End;
        }

        return result.Append(text.ToString(TextSpan.FromBounds(position, text.Length))).ToString();
    }

    /// <summary>A body that uses a parameter of its type's constructor gives the type a field.</summary>
    private static bool MayHoldBodies(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax { ParameterList: null };

    /// <summary>Directives in a body, such as <c>#nullable</c>, hold for what comes behind it; half-typed code ends anywhere; and a partial method is read together with its other part.</summary>
    private static TextSpan HiddenPart(MethodDeclarationSyntax method)
    {
        var body = method.Body ?? (SyntaxNode?)method.ExpressionBody;
        return body is null || body.ContainsDirectives || body.ContainsDiagnostics || method.Modifiers.Any(SyntaxKind.PartialKeyword) ? default
            : body is BlockSyntax block ? TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart)
            : method.ExpressionBody!.Expression.Span;
    }
}
