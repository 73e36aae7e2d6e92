namespace Graflow;

/// <summary>Anything that takes a <typeparamref name="TIn"/> and yields a <typeparamref name="TOut"/>. What yields a <c>Cat</c> fits where an <c>Animal</c> is taken.</summary>
/// <typeparam name="TIn">What it takes; <see cref="Unit"/> for nothing.</typeparam>
/// <typeparam name="TOut">What it yields; <see cref="Unit"/> for nothing.</typeparam>
public interface IExecutable<in TIn, out TOut> : IExecutable;
