namespace Graflow.Workers;

/// <summary>What a worker knows of the attempt whose body it runs.</summary>
/// <param name="RunId">The run's id.</param>
/// <param name="TaskPath">The vertex's path in the run.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="Iteration">Which iteration this is, from 0.</param>
/// <param name="TraceParent">The attempt's span as <c>traceparent</c>; null while nobody traces.</param>
internal readonly record struct AttemptHeader(string RunId, string TaskPath, int Attempt, int Iteration, string? TraceParent);
