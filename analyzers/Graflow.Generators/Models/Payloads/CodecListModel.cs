namespace Graflow.Generators.Models.Payloads;

/// <summary>All codecs of the assembly, and all types of its waits and delays, as its module registers them.</summary>
internal sealed record CodecListModel(EquatableArray<CodecModel> Codecs, EquatableArray<WaitModel> Waits)
{
    public bool IsEmpty => Codecs.Count == 0 && Waits.Count == 0;
}
