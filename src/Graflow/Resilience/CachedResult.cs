namespace Graflow.Resilience;

/// <summary>A place in a <see cref="ResultCache"/>: under way, or done.</summary>
internal abstract class CachedResult(object key)
{
    internal object Key { get; } = key;

    /// <summary>When it may no longer be used; null while it is under way.</summary>
    internal TimeSpan? ExpiresAt { get; set; }

    internal LinkedListNode<CachedResult>? Place { get; set; }
}
