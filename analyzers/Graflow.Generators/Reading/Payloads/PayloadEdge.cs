using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>A type that values of another type hold.</summary>
/// <param name="Label">What stands in a path for it: <c>.Customer</c>, <c>[]</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="IsCertain">Whether each value holds one, so that a cycle of such edges never ends.</param>
internal readonly record struct PayloadEdge(string Label, ITypeSymbol Type, bool IsCertain);
