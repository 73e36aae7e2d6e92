namespace Graflow.Generators.Tests.Agreement;

/// <summary>What a judge says of a definition.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Words">The message.</param>
internal sealed record Verdict(string Id, string Words);
