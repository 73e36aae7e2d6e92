using Graflow.CompilerServices;

namespace Graflow;

/// <summary>Anything that takes a <typeparamref name="TIn"/> and yields a <typeparamref name="TOut"/>. What yields a <c>Cat</c> fits where an <c>Animal</c> is taken.</summary>
/// <typeparam name="TIn">What it takes; <see cref="Unit"/> for nothing.</typeparam>
/// <typeparam name="TOut">What it yields; <see cref="Unit"/> for nothing.</typeparam>
public interface IExecutable<in TIn, out TOut> : IExecutable
{
    void IExecutable.WriteInput(ref PayloadWriter writer, NextTarget target) => writer.Write(target.InputAs<TIn>());

    NextTarget IExecutable.ReadTarget(ref PayloadReader reader, IExecutable whole) => new NextTarget<TIn>(whole, reader.Read<TIn>());
}
