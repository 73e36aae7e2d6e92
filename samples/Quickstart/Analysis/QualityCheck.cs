using Graflow;

namespace Quickstart.Analysis;

/// <summary>A check of the data's quality: its result in words, or the failure that left it without one.</summary>
public sealed record QualityCheck(string Name, string? Result, TaskFailure? Failure)
{
    public static QualityCheck From<T>(string name, Outcome<T> outcome, Func<T, string> describe) => outcome.Match(
        value => new QualityCheck(name, describe(value), Failure: null),
        failure => new QualityCheck(name, Result: null, failure));
}
