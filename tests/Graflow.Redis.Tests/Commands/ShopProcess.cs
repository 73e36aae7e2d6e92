using Graflow.Tests.CommandLine;

namespace Graflow.Redis.Tests.Commands;

/// <summary>The program with a fleet's package, with a command.</summary>
internal static class ShopProcess
{
    private static readonly string Program = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory.Replace("Graflow.Redis.Tests", "Graflow.Redis.CommandProgram", StringComparison.Ordinal), "Graflow.Redis.CommandProgram.dll"));

    internal static CommandProcess Start(params string[] args) => new(Program, [], args);

    internal static CommandProcess StartWith((string Name, string Value)[] environment, params string[] args) => new(Program, environment, args);

    internal static async Task<Commanded> RunAsync(params string[] args)
    {
        using var program = Start(args);
        return await program.EndAsync();
    }
}
