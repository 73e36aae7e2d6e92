namespace Graflow.Generators.Models.Payloads;

/// <summary>What the registration of an assembly's codecs depends on: not on their members.</summary>
internal sealed record CodecEntriesModel(string Assembly, EquatableArray<CodecEntry> Items);
