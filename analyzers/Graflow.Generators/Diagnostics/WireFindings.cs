using System.Collections.Concurrent;
using System.Collections.Immutable;
using Graflow.Generators.Reading;
using Graflow.Generators.Reading.Payloads;
using Graflow.Generators.Wire;
using Graflow.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Graflow.Generators.Diagnostics;

/// <summary>Judges the types of one compilation by one file.</summary>
internal sealed class WireFindings
{
    /// <summary>The property with the line that the file should have.</summary>
    internal const string Line = "Line";

    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly SourceText _text;
    private readonly WireBaseline _baseline;
    private readonly Lazy<ILookup<string, WireLine>> _shapes;

    public WireFindings(AdditionalText file, SourceText text, Compilation compilation, CancellationToken ct)
    {
        _path = file.Path;
        _text = text;
        _baseline = WireBaseline.Read(text);
        // Not kept where it was cancelled: the next one who asks computes it.
        _shapes = new(() => WireShapes.Of(compilation, ct), LazyThreadSafetyMode.PublicationOnly);
    }

    private string Name => Path.GetFileName(_path);

    public void CheckFile(Action<Diagnostic> report)
    {
        foreach (var (place, reason) in _baseline.Problems)
        {
            report(Diagnostic.Create(WireRules.Shape, PlaceOf(place.Span), $"Line {place.LineNumber + 1} of the wire baseline '{Name}' cannot be used: {reason}"));
        }
    }

    /// <summary>The type in all its uses, at its declaration.</summary>
    public void Check(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        var key = WireShapes.KeyOf(type);
        _declared.TryAdd(key, true);
        Check(_shapes.Value[key], ProblemList.SourceOf(type), WireRules.Shape, report);
    }

    /// <summary>The types of other projects and of generated code, at their lines in the file.</summary>
    public void CheckRest(Action<Diagnostic> report)
    {
        foreach (var line in _shapes.Value.Where(shapes => !_declared.ContainsKey(shapes.Key)).SelectMany(static shapes => shapes))
        {
            Check([line], PlaceOf(_baseline.PlaceOf(line.Type) ?? default), WireRules.ForeignShape, report);
        }
    }

    private void Check(IEnumerable<WireLine> lines, Location place, DiagnosticDescriptor rule, Action<Diagnostic> report)
    {
        foreach (var now in lines)
        {
            var before = _baseline.LineOf(now.Type);
            if (before is null)
            {
                Report($"'{now.Type}' leaves the process, and the wire baseline '{Name}' does not know its shape: add it, so that a change that breaks payloads is found", isBreak: false);
            }
            else if (WireComparison.Compare(before, now) is { } change)
            {
                Report(
                    change.IsBreak
                        ? $"'{now.Type}' no longer reads what was written by the wire baseline '{Name}': {change.What}; keep the members of the baseline as they were and append new ones, or accept the new shape where no old payload lives"
                        : $"'{now.Type}' {change.What}, and the wire baseline '{Name}' does not know: update it, so that the next change is measured by what is written now",
                    change.IsBreak);
            }

            void Report(string message, bool isBreak) => report(Diagnostic.Create(
                rule,
                place,
                isBreak ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                additionalLocations: null,
                ImmutableDictionary<string, string?>.Empty.Add(Line, now.Text),
                message));
        }
    }

    private Location PlaceOf(TextSpan span) => Location.Create(_path, span, _text.Lines.GetLinePositionSpan(span));
}
