namespace Graflow.Generators.Models.Payloads;

/// <summary>All codecs of the assembly, as its module registers them.</summary>
internal sealed record CodecListModel(EquatableArray<CodecModel> Codecs);
