namespace Graflow.Payloads;

/// <summary>How a type's shape differs from its line in the baseline.</summary>
/// <param name="IsBreak">Whether payloads that were written before are misread or refused; otherwise the baseline is only out of date.</param>
/// <param name="What">The first difference, as the end of a sentence.</param>
internal sealed record WireChange(bool IsBreak, string What);
