using Xunit;

namespace Graflow.Tests.Engine;

/// <summary>Where the bodies of a test run; what a flow means must not depend on it.</summary>
internal static class Executions
{
    public static TheoryData<string> All => ["Direct", "Threads(1)", "Threads(2)", "Threads(8)", "Threads()"];

    /// <summary>Those under which two bodies may run at once.</summary>
    public static TheoryData<string> Parallel => ["Threads(2)", "Threads(8)", "Threads()"];

    public static RunOptions On(string execution) => new() { Execution = Named(execution) };

    public static Execution Named(string execution) => execution switch
    {
        "Direct" => Execution.Direct,
        "Threads()" => Execution.Threads(),
        _ => Execution.Threads(int.Parse(execution["Threads(".Length..^1], System.Globalization.CultureInfo.InvariantCulture)),
    };
}
