using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>A type whose values leave the process, and what says so.</summary>
/// <param name="Type">The type.</param>
/// <param name="Source">The workflow, the type or assembly with the attribute, or the channel's method.</param>
internal readonly record struct PayloadRoot(ITypeSymbol Type, ISymbol Source);
