namespace Graflow.Redis.Workers;

/// <summary>A step that is to be made, or is under way.</summary>
/// <param name="Line">The cell.</param>
/// <param name="Ended">What it commits.</param>
/// <param name="Wanted">For how many slots it claims.</param>
/// <param name="Nonce">Its name.</param>
internal sealed record PendingStep(CellLine Line, EndedTask[] Ended, int Wanted, byte[] Nonce)
{
    internal required bool IsAlone { get; init; }

    /// <summary>What it takes back; null for nothing.</summary>
    internal Credit? Revoked { get; init; }

    /// <summary>The claims on that credit that the worker knew of when it was made.</summary>
    internal IReadOnlyCollection<byte[]> Heard { get; init; } = [];

    /// <summary>What it asks for; null for nothing.</summary>
    internal Credit? Asked { get; init; }
}
