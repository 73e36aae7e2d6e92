namespace Graflow.Bench.Harness;

internal static class ResultCheck
{
    /// <exception cref="WrongResultException">A peer that computes something else is not measured.</exception>
    public static void Verify(Peer peer, double actual)
    {
        if (peer.Expected is { } expected && actual != expected)
        {
            throw new WrongResultException($"{peer.Name} computed {actual} instead of {expected}.");
        }
    }
}
