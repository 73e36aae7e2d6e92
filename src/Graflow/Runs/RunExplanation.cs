namespace Graflow;

/// <summary>Why a run is where it is.</summary>
/// <param name="Run">The run.</param>
/// <param name="Reasons">The most important first; never empty.</param>
public sealed record RunExplanation(RunInfo Run, IReadOnlyList<RunReason> Reasons);
