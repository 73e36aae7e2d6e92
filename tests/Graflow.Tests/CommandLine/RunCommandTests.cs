using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.CommandLine;

public sealed partial class RunCommandTests
{
    public RunCommandTests() => Workflows.Register();

    [Theory]
    [InlineData("cli.double", "21", "42")]
    [InlineData("cli.double", " \n 21 ", "42")]
    [InlineData("cli.text", "\"<é\\u0041\"", "\"Aé<\"")]
    [InlineData("cli.pair", "[\"a\",1]", "[\"a\",2]")]
    [InlineData("cli.pair", "{\"COUNT\":1,\"name\":\"a\"}", "[\"a\",2]")]
    [InlineData("cli.nine", "[1,2,3,4,5,6,7,8,9]", "{\"sum\":10,\"last\":9}")]
    [InlineData("cli.map", "[1,2]", "[[1,\"darkRed\"],[2,\"darkRed\"]]")]
    [InlineData("cli.basket", """{"owner":"o","items":[{"name":"n","count":1,"colour":"darkRed","tags":[["k",null],["l",2]]}]}""", """{"owner":"o","items":[{"name":"n","count":1,"colour":"darkRed","tags":[["k",null],["l",2]]}],"ids":null}""")]
    [InlineData("cli.outcome", "1", """[{"kind":"succeeded","value":1},{"kind":"failed","failure":{"task":"cli.bad","errorType":"System.IO.IOException","message":"gone","attempts":1}}]""")]
    public async Task The_output_is_one_line_of_json(string workflow, string input, string output) =>
        Assert.Equal(new Commanded(0, output + Environment.NewLine, ""), await Commanded.RunAsync("run", workflow, "--input", input));

    [Fact]
    public async Task Nothing_in_gives_nothing_out() =>
        Assert.Equal(new Commanded(0, "null" + Environment.NewLine, ""), await Commanded.RunAsync("run", "cli.nothing"));

    [Fact]
    public async Task An_input_comes_from_standard_input() =>
        Assert.Equal(4, (await Commanded.RunAsync(["run", "cli.double", "--json", "--input", "@-"], "\uFEFF2")).Document.GetProperty("output").GetInt32());

    [Theory]
    [InlineData("cli.double", "", null, 1, 1)]
    [InlineData("cli.double", "{", null, 1, 2)]
    [InlineData("cli.double", "1 2", null, 1, 3)]
    [InlineData("cli.double", "\"1\"", "$", 1, 1)]
    [InlineData("cli.double", "null", "$", 1, 1)]
    [InlineData("cli.double", "99999999999", "$", 1, 1)]
    [InlineData("cli.text", "null", "$", 1, 1)]
    [InlineData("cli.pair", "1", "$", 1, 1)]
    [InlineData("cli.pair", "[\"a\"]", "$", 1, 5)]
    [InlineData("cli.pair", "[\"a\",1,2]", "$", 1, 8)]
    [InlineData("cli.pair", "[\"é\",\n\"x\"]", "$[1]", 2, 1)]
    [InlineData("cli.pair", "{\"name\":\"a\"}", "$", 1, 1)]
    [InlineData("cli.pair", "{\"name\":\"a\",\"name\":\"b\"}", "$", 1, 13)]
    [InlineData("cli.pair", "{\"nam\":\"a\"}", "$", 1, 2)]
    [InlineData("cli.pair", "[null,1]", "$[0]", 1, 2)]
    [InlineData("cli.pair", "{\"\\ud800\":1}", "$", 1, 2)]
    [InlineData("cli.text", "\"\\ud800\"", "$", 1, 1)]
    [InlineData("cli.basket", "{\"owner\":\"ö\",\n \"items\":[{\"name\":\"n\",\"count\":1.5}]}", "$.items[0].count", 2, 31)]
    [InlineData("cli.basket", "{\"owner\":\"o\",\"items\":null}", "$.items", 1, 22)]
    [InlineData("cli.basket", "{\"owner\":\"o\",\"items\":[{\"name\":\"n\",\"count\":1,\"tags\":[[\"k\",\"x\"]]}]}", "$.items[0].tags[0]", 1, 58)]
    [InlineData("cli.basket", "{\"owner\":\"o\",\"items\":[{\"name\":\"n\",\"count\":1,\"tags\":[[\"k\"]]}]}", "$.items[0].tags[0]", 1, 57)]
    public async Task A_wrong_input_is_told_with_its_place(string workflow, string input, string? path, int line, int column)
    {
        var problem = (await Commanded.RunAsync("run", workflow, "--json", "--input", input)).Problem;
        Assert.Equal(("input", 2), (problem.GetProperty("kind").GetString(), problem.GetProperty("exitCode").GetInt32()));
        Assert.Equal((path, line, column), (problem.TryGetProperty("path", out var found) ? found.GetString() : null, problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.Contains("for example --input '", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cli.basket", """{"owner":"text","items":[{"name":"text","count":1,"colour":"darkRed","tags":[["text",1]]}],"ids":{"key":"00000000-0000-0000-0000-000000000001"}}""")]
    [InlineData("cli.pair", """{"name":"text","count":1}""")]
    [InlineData("cli.nine", "[1,1,1,1,1,1,1,1,1]")]
    [InlineData("cli.folder", """{"name":"text","folders":[],"twin":null}""")]
    public async Task The_example_that_is_shown_would_be_taken(string workflow, string example)
    {
        Assert.Equal(example, (await Commanded.RunAsync("run", workflow)).Error.Split('\'')[1]);
        Assert.Equal(0, (await Commanded.RunAsync("run", workflow, "-i", example)).Code);
    }

    [Theory]
    [InlineData("cli.fails", "runFailed", 1)]
    [InlineData("cli.cancels", "runCancelled", 130)]
    [InlineData("cli.handler", "definition", 2)]
    [InlineData("cli.twice", "definition", 2)]
    [InlineData("cli.stream", "json", 2)]
    [InlineData("cli.doubel", "unknownWorkflow", 2)]
    public async Task Every_end_has_its_code(string workflow, string kind, int code)
    {
        var told = await Commanded.RunAsync("run", workflow, "--input", "1");
        var problem = (await Commanded.RunAsync("run", workflow, "--input", "1", "--json")).Problem;
        Assert.Equal((code, "", kind, code), (told.Code, told.Output, problem.GetProperty("kind").GetString(), problem.GetProperty("exitCode").GetInt32()));
        Assert.Equal(WithoutRun(problem.GetProperty("message").GetString()!), WithoutRun(told.Error.Split(Environment.NewLine)[0]));
    }

    [Fact]
    public async Task A_failure_names_its_task_and_its_cause()
    {
        var problem = (await Commanded.RunAsync("run", "cli.fails", "-i", "7", "--json")).Problem;
        Assert.Equal(
            ("cli.throw failed: 7 is too much.", "cli.throw", "System.InvalidOperationException", "cli.fails"),
            (problem.GetProperty("message").GetString(), problem.GetProperty("task").GetString(), problem.GetProperty("errorType").GetString(), problem.GetProperty("workflow").GetString()));
    }

    [Fact]
    public async Task A_handler_that_is_configured_is_there()
    {
        var ran = await Commanded.RunAsync(["run", "cli.handler", "-i", "3"], configure: static o => o.Handlers.Add("gpu", new Through()));
        Assert.Equal((0, "3"), (ran.Code, ran.Output.Trim()));
    }

    [Fact]
    public async Task What_happens_is_told_as_lines_of_json()
    {
        var followed = await Commanded.RunAsync("run", "cli.double", "-i", "3", "--follow", "--json");
        var events = followed.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["runStarted", "taskStarted", "taskSucceeded", "runSucceeded"], events.Select(line => line.GetProperty("event").GetString()));
        Assert.Equal([1, 2, 3, 4], events.Select(line => line.GetProperty("sequence").GetInt32()));
        Assert.Equal("cli.times", events[1].GetProperty("task").GetString());
        Assert.Equal(followed.Document.GetProperty("runId").GetString(), events[0].GetProperty("runId").GetString());
    }

    private static string WithoutRun(string message) => RunId().Replace(message, "…");

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex RunId();

    private sealed class Through : ITaskHandler
    {
        public ValueTask ExecuteAsync(TaskCall call, TaskContext context, CancellationToken ct) => call.InvokeAsync(context, ct);
    }
}
