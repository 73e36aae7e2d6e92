namespace Graflow.Engine;

/// <summary>Reads a vertex's value as a type that it converts to by reference.</summary>
internal interface IValue<out T>
{
    T Value { get; }
}
