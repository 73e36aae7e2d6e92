namespace Graflow.Generators.Models.Payloads;

/// <summary>A type that a wait or a delay of the assembly yields.</summary>
/// <param name="Type">As codecs name it.</param>
/// <param name="Assembly">The assembly that registers it.</param>
internal sealed record WaitModel(string Type, string Assembly);
