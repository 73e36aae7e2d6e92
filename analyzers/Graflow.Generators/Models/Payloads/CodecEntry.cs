namespace Graflow.Generators.Models.Payloads;

/// <summary>A codec as the assembly registers it.</summary>
/// <param name="Type">The type that it writes.</param>
/// <param name="Codec">The expression that gives the codec.</param>
internal sealed record CodecEntry(string Type, string Codec);
