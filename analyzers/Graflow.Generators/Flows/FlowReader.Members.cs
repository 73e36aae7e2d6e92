using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Graflow.Generators.Flows;

internal sealed partial class FlowReader
{
    private object? ReadProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property.OriginalDefinition;
        if (FlowSymbols.HomeOf(property) == "GroupPolicy")
        {
            return new PolicyTerm(property.Name);
        }

        if (_project.NodeOf(property) is { } node)
        {
            return new FlowTerm(FlowTermKind.Task, SiteOf(reference)) { Task = node };
        }

        if (!FlowSymbols.IsNeeded(property.Type) || !property.Parameters.IsEmpty)
        {
            return EvaluateParts(reference);
        }

        return InitializationOrder.IsAuto(property) ? ReadStatic(property, reference, property.SetMethod is null) : FlowSymbols.IsFixed(property) ? Follow(property, reference, Root(reference.Instance), []) : EvaluateParts(reference);
    }

    /// <summary>A member that holds its value from its initializer on.</summary>
    private object? ReadStatic(ISymbol member, IOperation reference, bool isReadOnly)
    {
        var definition = member.OriginalDefinition;
        if (!definition.IsStatic || !isReadOnly || HasStaticConstructor(definition.ContainingType))
        {
            return EvaluateParts(reference);
        }

        if (_notes.Initializing is { } initializing && FlowSymbols.IsNeeded(reference.Type))
        {
            if (_project.Order.IsLater(definition, than: initializing))
            {
                var declared = definition.DeclaringSyntaxReferences[0].GetSyntax();
                return new FlowTerm(FlowTermKind.Null, new Site(declared, definition)).MentionedAt(SiteOf(reference));
            }

            NoteRead(definition, reference, initializing);
        }

        return Mention(_project.ValueOf(definition), reference);
    }

    private void NoteRead(ISymbol member, IOperation reference, ISymbol initializing)
    {
        if (_notes.Choices > 0 || _mayHaveLeft)
        {
            return;
        }

        var site = new Site(reference.Syntax, _body, _call);
        _notes.Reads.Add((member, site));
        if (InitializationOrder.AreInDifferentFiles(member, initializing))
        {
            _notes.Problems.Add(new FlowProblem(FlowRules.Order, FlowWords.OtherPart(NameOf(member)), site, []) { IsByLuck = true });
        }
    }

    /// <summary>A member that makes its value whenever it is asked.</summary>
    private object? Follow(ISymbol member, IOperation reference, object? receiver, List<(IParameterSymbol Parameter, object? Value)> arguments)
    {
        var site = new Site(reference.Syntax, _body, _call);
        var isCall = receiver is not null || arguments.Count > 0;
        if (IsBeingRead(member, site, isCall) || _depth >= MaxDepth || !_notes.MayCall() || _project.BodyOf(member) is not { } code)
        {
            return null;
        }

        var reader = new FlowReader(this, member, site) { _receiver = receiver };
        foreach (var (parameter, value) in arguments)
        {
            reader._values[parameter] = value;
        }

        var result = reader.Read([code]);
        return result is FlowTerm term ? term.MentionedAt(SiteOf(reference), isCall) : result;
    }

    /// <summary>Whether reading the member leads back to it. Where nothing chooses on the way, it does so for ever.</summary>
    private bool IsBeingRead(ISymbol member, Site site, bool isCall)
    {
        var path = new List<FlowReader>();
        for (var reader = this; reader is not null; reader = reader._caller)
        {
            path.Add(reader);
            if (!SymbolEqualityComparer.Default.Equals(reader._body, member))
            {
                continue;
            }

            if (!isCall && !path.Exists(static step => step._mayHaveLeft) && reader._caller is null && _notes.Choices == reader._choicesBefore && _notes.Initializing is null)
            {
                ReportRecursion(path, site);
            }

            return true;
        }

        return false;
    }

    /// <summary>Once for all members on the way around: at the first of them.</summary>
    private void ReportRecursion(List<FlowReader> path, Site site)
    {
        path.Reverse();
        var names = path.ConvertAll(static reader => NameOf(reader._body));
        if (names.Any(name => string.CompareOrdinal(name, names[0]) < 0))
        {
            return;
        }

        var others = path.Skip(1).Select(static reader => reader._call!).ToArray();
        var message = FlowWords.Recursion(string.Join(" → ", names.Append(names[0])));
        _notes.Problems.Add(new FlowProblem(FlowRules.Order, message, others.FirstOrDefault() ?? site, [.. others.Skip(1), .. others.Length > 0 ? new[] { site } : []]));
    }

    private static string NameOf(ISymbol member) => InitializationOrder.NameOf(member);

    private static bool HasStaticConstructor(INamedTypeSymbol type) => type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);
}
