using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>Where a type is written.</summary>
internal static class PayloadLocations
{
    public static Location Of(ISymbol symbol)
    {
        var syntax = symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).FirstOrDefault(static node => !GeneratedTree.Contains(node.SyntaxTree));
        return syntax switch
        {
            ParameterSyntax { Type: { } type } => type.GetLocation(),
            MethodDeclarationSyntax method => method.ReturnType.GetLocation(),
            PropertyDeclarationSyntax property => property.Type.GetLocation(),
            _ => ProblemList.SourceOf(symbol),
        };
    }
}
