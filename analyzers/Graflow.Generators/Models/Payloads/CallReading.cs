namespace Graflow.Generators.Models.Payloads;

/// <summary>What a call that lets a value out of the process needs.</summary>
/// <param name="Codecs">The codecs of all that the value's type reaches.</param>
/// <param name="Wait">The type, where the call makes a wait or a delay.</param>
internal sealed record CallReading(EquatableArray<CodecModel> Codecs, WaitModel? Wait);
