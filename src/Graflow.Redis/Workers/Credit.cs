namespace Graflow.Redis.Workers;

/// <summary>How many tasks may be pushed to a worker since a step found fewer than it wanted, and which were. Belongs to the loop's lock.</summary>
/// <param name="step">The nonce of the step that asked for it; empty where it is not known whether there is any, and nothing is begun on it.</param>
internal sealed class Credit(byte[] step)
{
    private readonly List<byte[]> _heard = [];

    internal byte[] Step => step;

    /// <summary>For how many tasks it is; 0 while that is not known.</summary>
    internal int Size { get; set; }

    /// <summary>The proofs of the tasks that it was heard of.</summary>
    internal IReadOnlyList<byte[]> Heard => _heard;

    internal bool IsUsedUp => _heard.Count >= Size;

    /// <param name="before">What there may be still, and what there may be instead.</param>
    internal static Credit Unknown(params ReadOnlySpan<Credit?> before)
    {
        Credit unknown = new([]);
        foreach (var credit in before)
        {
            unknown._heard.AddRange(credit?._heard ?? []);
        }

        return unknown;
    }

    /// <returns>Whether the claim is one of this credit, and new.</returns>
    internal bool TryUse(byte[] claim)
    {
        if (step.Length == 0 || !claim.AsSpan().StartsWith(step) || HasHeard(claim))
        {
            return false;
        }

        _heard.Add(claim);
        return true;
    }

    internal bool HasHeard(byte[] claim) => _heard.Exists(heard => heard.AsSpan().SequenceEqual(claim));
}
