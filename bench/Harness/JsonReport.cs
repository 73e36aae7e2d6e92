using System.Text.Json;

namespace Graflow.Bench.Harness;

/// <summary>One object a line for each peer; values are medians.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    public void Write(WorkloadResult result)
    {
        foreach (var peer in result.Peers)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                suite = result.Suite,
                workload = result.Workload.Name,
                peer = peer.Peer.Name,
                value = Math.Round(peer.Median, 3),
                unit = result.Workload.Meter.Unit,
                alloc = Math.Round(peer.Bytes, 1),
            }));
        }

        output.Flush();
    }

    public void Complete()
    {
    }
}
