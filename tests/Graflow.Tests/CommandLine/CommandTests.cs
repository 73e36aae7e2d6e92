using System.Text.Json;
using Xunit;

namespace Graflow.Tests.CommandLine;

public sealed class CommandTests
{
    public CommandTests() => Workflows.Register();

    [Theory]
    [InlineData("Unrecognized command or argument 'bogus'.", "bogus")]
    [InlineData("Required argument missing for command: 'run'.", "run")]
    [InlineData("Unrecognized command or argument '--inptu'.", "run", "cli.double", "--inptu", "1")]
    [InlineData("Argument 'gif' not recognized.", "graph", "cli.double", "--format", "gif")]
    [InlineData("Required command was not provided.")]
    public async Task Wrong_usage_is_refused_and_points_to_the_help(string message, params string[] args)
    {
        var refused = await Commanded.RunAsync(args);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains(message, refused.Error, StringComparison.Ordinal);
        Assert.Contains("--help", refused.Error, StringComparison.Ordinal);
        Assert.Equal("usage", (await Commanded.RunAsync([.. args, "--json"])).Problem.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("cli.doubel", "cli.double")]
    [InlineData("CLI.DOUBLE", "cli.double")]
    [InlineData("double", "cli.double")]
    public async Task An_unknown_workflow_is_answered_with_the_nearest(string asked, string nearest)
    {
        foreach (var command in (string[])["run", "describe", "graph"])
        {
            Assert.Equal((2, $"There is no workflow \"{asked}\". Did you mean \"{nearest}\"?"), await ErrorOfAsync(command, asked));
        }
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("workers", "ls")]
    [InlineData("queues", "ls", "--redis", "localhost")]
    [InlineData("dlq", "drop", "r/a")]
    [InlineData("runs", "ls", "--redis", "localhost")]
    [InlineData("run", "cli.double", "--input", "1", "--redis", "localhost")]
    public async Task What_needs_a_fleet_names_the_package(params string[] args)
    {
        Assert.Equal((2, "A fleet shares its runs by Redis, and this program cannot use it. Reference the package Graflow.Redis: dotnet add package Graflow.Redis."), await ErrorOfAsync(args));
        Assert.Equal("missingPackage", (await Commanded.RunAsync([.. args, "--json"])).Problem.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_log_and_a_fleet_are_one_too_many() =>
        Assert.Equal((2, "Runs are in a folder or in Redis: give --log or --redis, not both."), await ErrorOfAsync("runs", "ls", "--log", "x", "--redis", "y"));

    [Fact]
    public async Task A_run_without_a_fleet_cannot_be_left_to_it() =>
        Assert.StartsWith("This program has no fleet.", (await ErrorOfAsync("run", "cli.double", "--input", "1", "--detach")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("Give --drive or --no-drive, not both.", "--drive", "--no-drive")]
    [InlineData("--graceful-shutdown-timeout takes a time with its unit, such as 500ms, 90s, 10m, 2h or 1d, or hh:mm:ss, such as 00:10:00, not '10:00'.", "--graceful-shutdown-timeout", "10:00")]
    [InlineData("--health-port takes a whole number from 0 to 65535, not 'x'.", "--health-port", "x")]
    [InlineData("--health-port takes a whole number from 0 to 65535, not '65536'.", "--health-port", "65536")]
    [InlineData("--max-concurrent-tasks takes a whole number of at least 0, not 'x'.", "--max-concurrent-tasks", "x")]
    [InlineData("--max-concurrent-tasks takes a whole number of at least 0, not '-1'.", "--max-concurrent-tasks", "-1")]
    [InlineData("--max-concurrent-tasks takes a whole number of at least 0, not '1.5'.", "--max-concurrent-tasks", "1.5")]
    public async Task What_a_worker_cannot_be_is_refused(string message, params string[] options)
    {
        var refused = await Commanded.RunAsync(["worker", .. options]);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.StartsWith($"{message} See ", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("x")]
    public async Task A_list_has_a_whole_number_of_entries(string limit) =>
        Assert.StartsWith($"--limit takes a whole number of at least 1, not '{limit}'. See ", (await ErrorOfAsync("dlq", "ls", "--limit", limit)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Help_is_no_error_whatever_else_is_missing()
    {
        var help = await Commanded.RunAsync("run", "--help");
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("--input", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_names_and_types()
    {
        // The registry is the process's: other tests add to it between the two commands.
        var workflows = (await Commanded.RunAsync("list", "--json")).Document.GetProperty("workflows").EnumerateArray().Where(static workflow => workflow.GetProperty("name").GetString()!.StartsWith("cli.", StringComparison.Ordinal)).ToList();
        Assert.Equal("""{"name":"cli.double","input":"int","output":"int"}""", workflows.Single(static workflow => workflow.GetProperty("name").GetString() == "cli.double").GetRawText());
        var lines = (await Commanded.RunAsync("list")).Output.Split(Environment.NewLine).Where(static line => line.StartsWith("cli.", StringComparison.Ordinal)).ToList();
        Assert.Equal(workflows.Select(static workflow => workflow.GetProperty("name").GetString()), lines.Select(static line => line[..line.IndexOf(' ', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_description_has_tasks_options_and_handlers()
    {
        var described = (await Commanded.RunAsync("describe", "cli.handler", "--json")).Document;
        Assert.Equal("""[{"path":"cli.gpu","id":"cli.gpu","input":"int","output":"int","assembly":"","options":{"handler":"gpu"},"parameters":["input"],"next":[],"forEach":false}]""", described.GetProperty("tasks").GetRawText());
        Assert.Equal("""[{"name":"gpu","isKnown":false}]""", described.GetProperty("handlers").GetRawText());
        Assert.Contains("handlers: gpu (not registered)", (await Commanded.RunAsync("describe", "cli.handler")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_of_a_map_is_described_as_one_of_many() =>
        Assert.Contains("  cli.each: int → (int, Colour) (for each element)", (await Commanded.RunAsync("describe", "cli.map")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_description_of_what_cannot_work_says_so() =>
        Assert.StartsWith("GRF10", (await ErrorOfAsync("describe", "cli.twice")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("mermaid", "flowchart TD")]
    [InlineData("dot", "digraph {")]
    [InlineData("html", "<!doctype html>")]
    [InlineData("svg", "<?xml")]
    public async Task A_picture_is_written_or_handed_over(string format, string start)
    {
        var file = Path.Combine(Path.GetTempPath(), $"graflow-{Guid.NewGuid()}");
        try
        {
            var written = await Commanded.RunAsync("graph", "cli.double", "--format", format, "-o", file);
            Assert.Equal(new Commanded(0, "", ""), written);
            Assert.StartsWith(start, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
            Assert.StartsWith(start, (await Commanded.RunAsync("graph", "cli.double", "--format", format, "--json")).Document.GetProperty("content").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named()
    {
        var (code, error) = await ErrorOfAsync("graph", "cli.double", "-o", "/no/such/folder/x.md");
        Assert.Equal(2, code);
        Assert.Contains("/no/such/folder/x.md", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_keeps_hostile_text_as_text()
    {
        const string attack = "</script><script>alert(1)</script><!--{{data}}\"'&";
        var flow = Flow.Task("odd", static (int x) => x).With(static o => o.Queue = attack);
        var page = flow.ToHtml(attack);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        var fragment = flow.ToHtmlFragment(new Dictionary<string, FlowNote> { ["odd"] = new(attack, Failed: true) });
        var data = fragment.Markup[(fragment.Markup.IndexOf("graflow-data\">", StringComparison.Ordinal) + 14)..fragment.Markup.LastIndexOf("</script>", StringComparison.Ordinal)];
        Assert.DoesNotContain(data, static c => c is '<' or '>' or '&' or '\'');
        var read = JsonDocument.Parse(data).RootElement;
        Assert.Equal(flow.ToDot(), read.GetProperty("dot").GetString());
        Assert.Equal(attack, read.GetProperty("notes").GetProperty("odd").GetProperty("text").GetString());
    }

    private static async Task<(int Code, string Error)> ErrorOfAsync(params string[] args)
    {
        var refused = await Commanded.RunAsync(args);
        Assert.Equal("", refused.Output);
        return (refused.Code, refused.Error.Trim());
    }
}
