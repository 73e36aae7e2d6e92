using Graflow.CodeFixes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class ServeFixTests
{
    private const string Tasks = """
        internal static partial class Models
        {
            [Task(Handler = "process")] internal static int Train(int x) => x;
        }
        """;

    [Fact]
    public Task Top_level_statements_begin_with_serving() => ExpectAsync(
        $$"""
        // What this program does.
        Console.WriteLine(1);

        {{Tasks}}
        """,
        $$"""
        // What this program does.
        if (await GraflowHost.TryServeAsync(args))
        {
            return;
        }

        Console.WriteLine(1);

        {{Tasks}}
        """);

    [Fact]
    public Task Statements_that_return_a_code_return_one() => ExpectAsync(
        $$"""
        return args.Length;

        {{Tasks}}
        """,
        $$"""
        if (await GraflowHost.TryServeAsync(args))
        {
            return 0;
        }

        return args.Length;

        {{Tasks}}
        """);

    [Fact]
    public Task A_Main_becomes_async_and_takes_its_arguments() => ExpectAsync(
        $$"""
        internal static class Start
        {
            private static void Main()
            {
                Console.WriteLine(1);
            }
        }

        {{Tasks}}
        """,
        $$"""
        internal static class Start
        {
            private static async System.Threading.Tasks.Task Main(string[] args)
            {
                if (await GraflowHost.TryServeAsync(args))
                {
                    return;
                }

                Console.WriteLine(1);
            }
        }

        {{Tasks}}
        """);

    [Fact]
    public Task A_Main_keeps_its_own_names() => ExpectAsync(
        $$"""
        internal static class Start
        {
            private static async Task<int> Main(string[] given)
            {
                await Console.Out.WriteLineAsync();
                return given.Length;
            }
        }

        {{Tasks}}
        """,
        $$"""
        internal static class Start
        {
            private static async Task<int> Main(string[] given)
            {
                if (await GraflowHost.TryServeAsync(given))
                {
                    return 0;
                }

                await Console.Out.WriteLineAsync();
                return given.Length;
            }
        }

        {{Tasks}}
        """);

    [Fact]
    public Task A_Main_that_hands_a_task_on_is_left_to_a_person() => Fixing<ServeFix>.ExpectNoneAsync(
        "GRF305",
        $"internal static class Start {{ private static Task Main() => Console.Out.WriteLineAsync(); }}\n{Tasks}",
        OutputKind.ConsoleApplication);

    private static Task ExpectAsync(string before, string after) =>
        Fixing<ServeFix>.ExpectAsync("GRF305", before, after, "Begin with serving", OutputKind.ConsoleApplication);
}
