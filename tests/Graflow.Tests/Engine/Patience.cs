using System.Runtime.CompilerServices;

namespace Graflow.Tests.Engine;

/// <summary>Turns a hang into a failure. No test waits so long unless something is wrong.</summary>
internal static class Patience
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    public static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(Bound);

    public static Task OrHang(this Task task) => task.WaitAsync(Bound);

    // Deaf bodies block pool threads; the pool must not take a second to replace each.
    [ModuleInitializer]
    internal static void AllowBlockedBodies() => ThreadPool.SetMinThreads(32, 32);
}
