using System.Globalization;

namespace Graflow.Bench.Harness;

/// <summary>The table that a person reads: a block for each workload, its peers, its bounds.</summary>
internal sealed class TableReport(TextWriter output) : IReport
{
    private int _kept;
    private int _missed;

    public void Write(WorkloadResult result)
    {
        var meter = result.Workload.Meter;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Workload.Name,-34} {"median",12} {"best",12} {meter.Unit,-8} {"B/op",10} {"x floor",9}"));
        foreach (var peer in result.Peers)
        {
            output.WriteLine(Row(peer, result.Floor));
        }

        foreach (var bound in result.Workload.Bounds)
        {
            output.WriteLine(Verdict(bound, result));
        }

        output.WriteLine();
        output.Flush();
    }

    public void Complete() => output.WriteLine($"{_kept} bounds kept, {_missed} missed");

    private static string Row(PeerResult peer, PeerResult? floor)
    {
        var ratio = floor is null ? "" : Number(peer.RatioTo(floor));
        return $"  {peer.Peer.Name,-32} {Number(peer.Median),12} {Number(peer.Best),12} {"",-8} {Number(peer.Bytes),10} {ratio,9}";
    }

    private string Verdict(Bound bound, WorkloadResult result)
    {
        var value = bound.Read(result);
        var kept = bound.IsMet(value);
        _ = kept ? _kept++ : _missed++;
        return $"  {(kept ? "pass" : "MISS"),-4} {bound.Text,-55} {Number(value),12}";
    }

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) < 10 ? "0.00" : Math.Abs(value) < 1000 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
