namespace Graflow;

/// <summary>Branches that run in parallel and may still grow by <c>|</c>: a group to which no setting was given yet.</summary>
public interface IGroup<in TIn, out TOut> : IParallelGroup<TIn, TOut>;
