namespace Graflow.Bench.Harness;

/// <summary>One timed call of a peer.</summary>
/// <param name="Operations">Tasks or runs in the call.</param>
/// <param name="Elapsed">Wall time of the call.</param>
/// <param name="Result">What the call returned.</param>
/// <param name="Cpu">Processor time of the whole process during the call.</param>
/// <param name="AllocatedBytes">By the whole process during the call.</param>
internal readonly record struct Sample(long Operations, TimeSpan Elapsed, TimeSpan Cpu, long AllocatedBytes, double Result);
