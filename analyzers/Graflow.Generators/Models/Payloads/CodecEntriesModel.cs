namespace Graflow.Generators.Models.Payloads;

/// <summary>What the registration of an assembly's codecs depends on: not on their members, except for structs that are copied and have no file.</summary>
internal sealed record CodecEntriesModel(string Assembly, EquatableArray<CodecEntry> Items, EquatableArray<string> Waits)
{
    public bool IsEmpty => Items.Count == 0 && Waits.Count == 0;
}
