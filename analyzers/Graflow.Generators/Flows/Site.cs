using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>Where something is written, and by which mentions a flow got there.</summary>
internal sealed class Site(SyntaxNode syntax, ISymbol body, Site? outer = null)
{
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>The member whose code it is.</summary>
    public ISymbol Body { get; } = body;

    /// <summary>The mention that leads here; null in the flow that is judged.</summary>
    public Site? Outer { get; } = outer;

    public Location Location => Syntax.GetLocation();

    public Site Below(Site? mention) => mention is null ? this : new Site(Syntax, Body, mention);

    /// <summary>The place nearest to the mistake in a member's own code; null where it has none.</summary>
    public Site? In(ISymbol body)
    {
        for (var site = this; site is not null; site = site.Outer)
        {
            if (SymbolEqualityComparer.Default.Equals(site.Body, body))
            {
                return site;
            }
        }

        return null;
    }
}
