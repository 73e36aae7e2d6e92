namespace Graflow.Dsl;

/// <summary>What a <see cref="Next{T}"/> asks for; zero is the error that <c>default(Next&lt;T&gt;)</c> is.</summary>
internal enum NextKind : byte
{
    Nothing,
    Done,
    To,
}
