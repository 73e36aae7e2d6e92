using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

/// <summary>What is wrong with a flow, and where.</summary>
/// <param name="Rule">The rule, whose message is the text.</param>
/// <param name="Message">The words of the run-time check.</param>
/// <param name="Primary">The offending edge.</param>
/// <param name="Others">The other edges.</param>
internal sealed record FlowProblem(DiagnosticDescriptor Rule, string Message, Site Primary, IReadOnlyList<Site> Others)
{
    /// <summary>Whether the code may work all the same, by luck: a warning.</summary>
    public bool IsByLuck { get; init; }

    /// <summary>By what it is recognized in another member that mentions the flow.</summary>
    public (string Id, SyntaxNode Place) Key => (Rule.Id, Primary.Syntax);

    /// <summary>The problem as a member's own; null where the member does not even mention it.</summary>
    public Diagnostic? In(ISymbol body)
    {
        if (Primary.In(body) is not { } place)
        {
            return null;
        }

        var others = Others.Select(static site => site.Location);
        var places = ReferenceEquals(place.Syntax, Primary.Syntax) ? others : others.Prepend(Primary.Location);
        return Diagnostic.Create(Rule, place.Location, IsByLuck ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, places, properties: null, Message);
    }
}
