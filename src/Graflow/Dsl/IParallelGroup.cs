namespace Graflow;

/// <summary>Branches that run in parallel, with or without settings.</summary>
public interface IParallelGroup<in TIn, out TOut> : IExecutable<TIn, TOut>;
