using System.Diagnostics;
using System.Runtime;

namespace Graflow.Bench.Harness;

/// <summary>Calls a peer until the JIT has stopped improving it: instrumented, then optimized with the profile.</summary>
internal static class WarmUp
{
    /// <summary>Longer than the delay after which the JIT starts on what was called often (100 ms).</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(160);

    public static async Task RunAsync(Peer peer, TimeSpan least, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        var lastChange = start;
        var methods = JitInfo.GetCompiledMethodCount();
        while (Stopwatch.GetElapsedTime(start) < least || (Stopwatch.GetElapsedTime(lastChange) < Quiet && Stopwatch.GetElapsedTime(start) < limit))
        {
            ResultCheck.Verify(peer, await peer.Run());
            var now = JitInfo.GetCompiledMethodCount();
            if (now != methods)
            {
                (methods, lastChange) = (now, Stopwatch.GetTimestamp());
            }
        }
    }
}
