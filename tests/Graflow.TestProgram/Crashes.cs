using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Graflow.TestProgram;

/// <summary>Bodies that end their process.</summary>
public static partial class Crashes
{
    [Task]
    public static int Run(CrashOrder order)
    {
        File.AppendAllText(order.File, "delivered\n");
        var deliveries = File.ReadAllLines(order.File).Length;
        if (deliveries <= order.Times)
        {
            Console.Error.WriteLine($"last words of delivery {deliveries}");
            End(order.Crash);
        }

        return deliveries;
    }

    /// <summary>Ends the process, unless it comes after something else in it.</summary>
    [Task]
    [Retry(5)]
    public static int RunRetried(CrashOrder order) => Run(order);

    private static void End(Crash crash)
    {
        switch (crash)
        {
            case Crash.Exit:
                Environment.Exit(7);
                break;
            case Crash.FailFast:
                Environment.FailFast("on purpose");
                break;
            case Crash.StackOverflow:
                Fall(0);
                break;
            default:
                Kill();
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Fall(int depth) => Fall(depth + 1) + 1;

    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.SpinWait(int.MaxValue);
    }
}
