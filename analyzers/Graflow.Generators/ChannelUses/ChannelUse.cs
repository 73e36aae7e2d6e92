using Microsoft.CodeAnalysis;

namespace Graflow.Generators.ChannelUses;

/// <summary>One use of a channel's key that is a constant.</summary>
/// <param name="Key">The key.</param>
/// <param name="Type">What the use takes the key to hold.</param>
/// <param name="Reads">Whether it fails when the key holds something else.</param>
/// <param name="Writes">Whether it leaves a value of the type.</param>
/// <param name="Method">The method's syntax.</param>
/// <param name="Place">Where.</param>
internal sealed record ChannelUse(string Key, ITypeSymbol Type, bool Reads, bool Writes, SyntaxNode? Method, Location Place);
