using Graflow.Tests.Workers.Running;

namespace Graflow.Tests.CommandLine.Runs;

/// <summary>The test program with a command.</summary>
internal static class ProgramProcess
{
    /// <summary>Starts a command; the body that can stand still does so if it is told to hold.</summary>
    internal static CommandProcess Start(bool holds, params string[] args) => new(Children.Program, holds ? [("GRAFLOW_TEST_HOLDS", "1")] : [], args);

    /// <summary>Does a command.</summary>
    internal static async Task<Commanded> RunAsync(params string[] args)
    {
        using var program = Start(holds: false, args);
        return await program.EndAsync();
    }
}
