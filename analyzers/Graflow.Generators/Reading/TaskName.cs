using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>A task method with the names that it gets.</summary>
internal sealed record TaskName(IMethodSymbol Method, AttributeData Attribute, string Id, string Node);
