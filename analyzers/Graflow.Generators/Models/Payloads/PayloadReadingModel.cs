namespace Graflow.Generators.Models.Payloads;

/// <summary>All that a type needs to leave the process, or why it cannot.</summary>
/// <param name="Codecs">Those of the type and of all that it reaches; empty where there is a problem.</param>
/// <param name="Problems">What is wrong, each with its shortest path.</param>
internal sealed record PayloadReadingModel(EquatableArray<CodecModel> Codecs, EquatableArray<PayloadProblem> Problems);
