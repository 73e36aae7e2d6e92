using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Edges;

/// <summary>What to do about an edge that does not fit: the first piece of advice that applies.</summary>
/// <param name="Repair">What a fix can do about it.</param>
/// <param name="Text">The end of the sentence.</param>
/// <param name="Order">For <see cref="EdgeRepair.Reorder"/>: which branch goes to each parameter.</param>
internal sealed record EdgeAdvice(EdgeRepair Repair, string Text, ImmutableArray<int> Order = default)
{
    private static readonly Func<Edge, EdgeTypes, EdgeAdvice?>[] All = [Reorder, Arity, Branch, ForEach, ToArray, Outcome, Convert];

    public static EdgeAdvice Of(Edge edge, EdgeTypes types) =>
        All.Select(advice => advice(edge, types)).FirstOrDefault(static advice => advice is not null)
        ?? new(EdgeRepair.Adapter, $"put between them a task that takes {types.Yields} and yields {types.Takes}, or .Select(…)");

    private static EdgeAdvice? Reorder(Edge edge, EdgeTypes types)
    {
        if (edge.Taken.Length < 2 || types.OrderOf(edge.Yielded, edge.Taken) is not { IsDefault: false } order)
        {
            return null;
        }

        var branches = edge.Branches;
        var names = branches.Count > 0 ? $": ({string.Join(" | ", order.Select(index => branches[index].ToString()))})" : "";
        return new(EdgeRepair.Reorder, $"its branches are the same types in another order; give them in the order of the parameters{names}", order);
    }

    private static EdgeAdvice? Arity(Edge edge, EdgeTypes types)
    {
        var (branches, parameters) = (edge.Yielded.Length, edge.Taken.Length);
        return (branches, parameters) switch
        {
            _ when branches == parameters => null,
            (0, _) => new(EdgeRepair.Adapter, $"that is one value for {parameters} parameters; give it a branch for each, (… | …) >> {edge.Right.Name}"),
            (_, 0) => ForEach(edge, types) ?? new(EdgeRepair.Adapter, $"those are {branches} branches for one parameter; let it take each in a parameter of its own, or put a task or .Select(…) between them"),
            _ => new(EdgeRepair.Adapter, $"those are {branches} branches for {parameters} parameters; give one for each parameter"),
        };
    }

    private static EdgeAdvice? Branch(Edge edge, EdgeTypes types)
    {
        for (var i = 0; i < edge.Taken.Length; i++)
        {
            var (from, to) = (edge.Yielded[i], edge.Taken[i]);
            if (!types.Fits(from, to))
            {
                var name = edge.Branches is { Count: > 0 } branches ? $"branch {i + 1}, {branches[i]}," : $"branch {i + 1}";
                var missing = IsOutcomeOf(from, to, types) ? "; after a tolerant policy a value may be missing: take Outcome<…>" : "";
                return new(EdgeRepair.Adapter, $"{name} yields {types.TextOf(from)} where {types.ParameterAt(i)} is {types.TextOf(to)}{missing}");
            }
        }

        return null;
    }

    private static EdgeAdvice? ForEach(Edge edge, EdgeTypes types) =>
        EdgeTypes.ElementOf(edge.Left.Yields) is { } element && types.Fits(element, edge.Right.Takes)
            ? new(EdgeRepair.ForEach, $"run it for each element: {edge.Right.Name}.ForEach()")
            : null;

    private static EdgeAdvice? ToArray(Edge edge, EdgeTypes types) =>
        edge.Right.Takes is IArrayTypeSymbol { Rank: 1 } array && EdgeTypes.ElementOf(edge.Left.Yields) is { } element && types.Fits(element, array.ElementType)
            ? new(EdgeRepair.ToArray, $"let it take {types.Yields}, or copy: .Select(items => items.ToArray())")
            : null;

    private static EdgeAdvice? Outcome(Edge edge, EdgeTypes types) =>
        IsOutcomeOf(edge.Left.Yields, edge.Right.Takes, types)
            ? new(EdgeRepair.Adapter, $"after Try() or a tolerant policy the value may be missing: let it take {types.Yields}")
            : null;

    private static EdgeAdvice? Convert(Edge edge, EdgeTypes types) =>
        types.Converts(edge.Left.Yields, edge.Right.Takes)
            ? new(EdgeRepair.Convert, $"edges pass values as they are, so say that it is converted: .Select(value => ({types.Takes})value)")
            : null;

    private static bool IsOutcomeOf(ITypeSymbol from, ITypeSymbol to, EdgeTypes types) =>
        from.Is("Graflow", "Outcome", 1) && types.Fits(((INamedTypeSymbol)from).TypeArguments[0], to);
}
