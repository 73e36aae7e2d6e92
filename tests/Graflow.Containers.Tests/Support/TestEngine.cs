using Graflow.Handlers.Docker;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Containers.Tests.Support;

/// <summary>The container engine that these tests run against. Without one they fail: a test that silently passes is worth nothing.</summary>
internal static class TestEngine
{
    public static string CommandLine => Environment.GetEnvironmentVariable("GRAFLOW_TEST_ENGINE") ?? "auto";

    public static string Busybox => Required("GRAFLOW_TEST_BUSYBOX");

    public static string Runtime => Required("GRAFLOW_TEST_RUNTIME");

    public static string Runtime2 => Required("GRAFLOW_TEST_RUNTIME_2");

    /// <summary>Calls the engine's command line; what it printed, without the last line's end.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var result = await TryRunAsync(arguments);
        Assert.True(result.IsOk, result.Error);
        return result.Output.TrimEnd('\n');
    }

    /// <summary>Calls the engine's command line, which may fail.</summary>
    public static Task<CliResult> TryRunAsync(params string[] arguments) =>
        ContainerCli.Find(CommandLine, TimeProvider.System).RunAsync(arguments, CancellationToken.None).AsTask().OrHang();

    /// <summary>The names of all containers that there are, whatever state they are in, whose name has this part.</summary>
    public static async Task<string[]> ContainersAsync(string name) =>
        (await RunAsync("ps", "--all", "--filter", $"name={name}", "--format", "{{.Names}}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable)
        ?? throw new InvalidOperationException($"No container engine: {variable} is not set. As root on Debian: eng/containers.sh run dotnet test tests/Graflow.Containers.Tests. Elsewhere the head of eng/containers.sh says how to use an engine of your own.");
}
