using Graflow.Tests.Engine;

namespace Graflow.Redis.Tests.Support;

/// <summary>Looks again and again at what no message tells.</summary>
internal static class Until
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    internal static Task TrueAsync(Func<bool> condition) => LookAsync(condition).OrHang();

    private static async Task LookAsync(Func<bool> condition)
    {
        using PeriodicTimer timer = new(Interval);
        while (!condition())
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
