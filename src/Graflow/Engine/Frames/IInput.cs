namespace Graflow.Engine;

/// <summary>Takes a frame's input; variance lets a <c>Cat</c> in where an <c>Animal</c> is taken.</summary>
internal interface IInput<in T>
{
    void Set(T input);
}
