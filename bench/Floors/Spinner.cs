using System.Diagnostics;

namespace Graflow.Bench.Floors;

/// <summary>Keeps a core busy for a while; by the clock, so that a body is as long on a shared core as on a free one.</summary>
internal static class Spinner
{
    public static int Spin(int x, TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
        }

        return Bodies.Step(x);
    }
}
