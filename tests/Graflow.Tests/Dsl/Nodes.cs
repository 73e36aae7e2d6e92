using Graflow.CompilerServices;

namespace Graflow.Tests.Dsl;

internal class Animal;

internal sealed class Cat : Animal;

internal sealed class Dog : Animal;

/// <summary>Nodes as the generator derives them.</summary>
internal static class Nodes
{
    public static Node<Unit, int> Source { get; } = new("Source");

    public static Node<int, double> Halve { get; } = new("Halve");

    public static Node<int, long> Wide { get; } = new("Wide");

    public static Node<int, string> Text { get; } = new("Text");

    public static Node<string, int> Length { get; } = new("Length");

    public static Node<Unit, Unit> Notify { get; } = new("Notify");

    public static Node<Unit, Cat> CatSource { get; } = new("CatSource");

    public static Node<Animal, string> Feed { get; } = new("Feed");

    public static Join2<double, long, bool> Store { get; } = new("Store");

    public static AnyOrder2<double, long, bool> StoreAnyOrder { get; } = new("StoreAnyOrder");

    public static AnyOrder3<double, long, string, bool> PublishAnyOrder { get; } = new("PublishAnyOrder");

    public static Join2<Animal, int, string> Weigh { get; } = new("Weigh");
}

internal sealed class Node<TIn, TOut>(string id) : TaskNode<TIn, TOut>(new TaskDescriptor(id, TaskBody.Value));

internal sealed class Join2<T1, T2, TOut>(string id) : JoinNode<T1, T2, TOut>(new TaskDescriptor(id, TaskBody.Value));

internal sealed class AnyOrder2<T1, T2, TOut>(string id) : AnyOrderJoinNode<T1, T2, TOut>(new TaskDescriptor(id, TaskBody.Value));

internal sealed class AnyOrder3<T1, T2, T3, TOut>(string id) : AnyOrderJoinNode<T1, T2, T3, TOut>(new TaskDescriptor(id, TaskBody.Value));
