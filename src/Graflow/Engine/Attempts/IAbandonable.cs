namespace Graflow.Engine;

/// <summary>An attempt that may be ended while its body still runs.</summary>
internal interface IAbandonable
{
    /// <summary>The awaited body ended.</summary>
    /// <returns>Whether the attempt was still on; false when it had been ended from outside.</returns>
    bool TryEndAwaited();

    /// <summary>The body is over: what it used can go.</summary>
    void Release();
}
