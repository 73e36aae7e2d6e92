namespace Graflow.Redis.Workers;

/// <summary>A step that is to be made, or is under way.</summary>
/// <param name="Line">The cell.</param>
/// <param name="Ended">What it commits.</param>
/// <param name="Wanted">For how many slots it claims.</param>
/// <param name="Nonce">Its name.</param>
internal sealed record PendingStep(CellLine Line, EndedTask[] Ended, int Wanted, byte[] Nonce)
{
    internal required bool IsAlone { get; init; }
}
