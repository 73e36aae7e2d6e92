using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>A type whose values leave the process, and what says so.</summary>
/// <param name="Type">The type.</param>
/// <param name="Source">A parameter for its type, a method or property for what it yields, a type for <c>[Payload]</c>.</param>
/// <param name="IsWhole">Whether it is the tuple of several inputs, each of which is a root of its own.</param>
internal readonly record struct PayloadRoot(ITypeSymbol Type, ISymbol Source, bool IsWhole = false);
