namespace Graflow.Bench.Harness;

internal sealed record WorkloadResult(string Suite, Workload Workload, IReadOnlyList<PeerResult> Peers)
{
    public PeerResult this[string peer] => Peers.First(result => result.Peer.Name == peer);

    public PeerResult? Floor => Peers.FirstOrDefault(result => result.Peer.Name == Workload.Floor);
}
