using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Fleets;

/// <summary>One engine, one meaning: what a flow yields, and how it fails, does not depend on whether workers of a fleet run its bodies. For every store that a fleet may share.</summary>
public abstract partial class FleetCases
{
    /// <summary>Flows of <see cref="FleetFlows"/> by their names, with inputs.</summary>
    public static TheoryData<string, int> SameEverywhere
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var (name, inputs) in Inputs)
            {
                foreach (var input in inputs)
                {
                    cases.Add(name, input);
                }
            }

            return cases;
        }
    }

    private static readonly (string Name, int[] Inputs)[] Inputs =
    [
        (nameof(FleetFlows.One), [0, 1, -7]),
        (nameof(FleetFlows.Chain), [0, 41]),
        (nameof(FleetFlows.Wide), [0, 5]),
        (nameof(FleetFlows.Joined), [0, 5]),
        (nameof(FleetFlows.Lambdas), [0, 5]),
        (nameof(FleetFlows.Each), [0, 1, 2, 100]),
        (nameof(FleetFlows.EachLimited), [0, 1, 9]),
        (nameof(FleetFlows.EachTolerant), [0, 1, 5]),
        (nameof(FleetFlows.EachStrict), [0, 1, 3]),
        (nameof(FleetFlows.AtLeast), [1, 2, 4, 5]),
        (nameof(FleetFlows.AtMostFailed), [1, 2, 5]),
        (nameof(FleetFlows.Strict), [2, 3]),
        (nameof(FleetFlows.FailFast), [2]),
        (nameof(FleetFlows.First), [2, 40]),
        (nameof(FleetFlows.FirstOfNone), [2]),
        (nameof(FleetFlows.Within), [2]),
        (nameof(FleetFlows.Failing), [2]),
        (nameof(FleetFlows.OrElse), [2, 3]),
        (nameof(FleetFlows.Try), [2, 3]),
        (nameof(FleetFlows.Bound), [2]),
        (nameof(FleetFlows.Null), [0, 1]),
        (nameof(FleetFlows.Large), [0, 1, 1_000, 1_025, 200_000]),
        (nameof(FleetFlows.Records), [0, 1, 3]),
        (nameof(FleetFlows.Contexts), [2]),
        (nameof(FleetFlows.Retried), [2]),
        (nameof(FleetFlows.Kinds), [0, 1, 2, 3, 4]),
        (nameof(FleetFlows.TooLate), [0, 1]),
        (nameof(FleetFlows.TooLateAtEnd), [0, 1]),
        (nameof(FleetFlows.Loops), [0, 2]),
        (nameof(FleetFlows.Chooses), [-1, 0, 1, 2, 3, 4]),
        (nameof(FleetFlows.ChoosesForEach), [0, 1, 5]),
        (nameof(FleetFlows.SideTasks), [2, 7]),
        (nameof(FleetFlows.BadSideTask), [2]),
        (nameof(FleetFlows.Recorded), [2, 5]),
        (nameof(FleetFlows.RecordedHere), [2, 5]),
        (nameof(FleetFlows.Counted), [0, 1, 30]),
        (nameof(FleetFlows.Cancelled), [2]),
        (nameof(FleetFlows.Reported), [2]),
        (nameof(FleetFlows.Handled), [2, 3]),
        (nameof(FleetFlows.Queues), [2, 3]),
        (nameof(FleetFlows.Limited), [0, 1, 9]),
        (nameof(FleetFlows.Cached), [2]),
        (nameof(FleetFlows.Broken), [2]),
        (nameof(FleetFlows.Parts), [2, 3]),
        (nameof(FleetFlows.Placed), [2, 3]),
    ];

    /// <summary>What the program of the workers sets.</summary>
    public static void Configure(WorkflowEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Services = new Greetings();
        options.Handlers.Add(new TwiceHandler());
    }

    /// <summary>Starts the store and its workers.</summary>
    protected abstract Task<IFleetUnderTest> StartAsync();

    [Theory]
    [MemberData(nameof(SameEverywhere))]
    public async Task A_flow_ends_as_it_does_in_one_process(string name, int input)
    {
        var options = new RunOptions { RunId = $"{name}-{input}-{Guid.NewGuid():N}", Channel = static channel => channel.Set("placed", 7) };
        var flow = FlowOf(name);
        await using var here = new WorkflowEngine(Configure);
        var expected = await EndOf(here, flow, input, options);
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver(static o => o.Services = new Greetings());
        Assert.Equal(expected, await EndOf(driver, flow, input, options));
    }

    [Theory]
    [InlineData(nameof(FleetFlows.One), 5, "<6>")]
    [InlineData(nameof(FleetFlows.Chain), 5, "<10>")]
    [InlineData(nameof(FleetFlows.Each), 100, "<5150>")]
    [InlineData(nameof(FleetFlows.EachTolerant), 3, "0 Failed:FleetBodies.FailsWhenOdd[1]:System.IO.InvalidDataException:1 is odd 2")]
    [InlineData(nameof(FleetFlows.First), 5, "<6>")]
    [InlineData(nameof(FleetFlows.Retried), 5, "5 at 3")]
    [InlineData(nameof(FleetFlows.Recorded), 5, "5 5 [2] [] False")]
    [InlineData(nameof(FleetFlows.RecordedHere), 5, "5 10 [2,2] [] False")]
    [InlineData(nameof(FleetFlows.SideTasks), 5, "5 0 [] [5,6,7] False")]
    [InlineData(nameof(FleetFlows.Counted), 30, "30 30")]
    [InlineData(nameof(FleetFlows.Handled), 5, "<7>")]
    [InlineData(nameof(FleetFlows.Queues), 5, "15 6")]
    [InlineData(nameof(FleetFlows.Placed), 5, "<20>")]
    [InlineData(nameof(FleetFlows.TooLate), 1, "1 Graflow.TaskTimeoutException FleetBodies.TooLate did not end within 00:00:00.0300000.")]
    [InlineData(nameof(FleetFlows.Kinds), 0, "3 System.IO.IOException no disk")]
    [InlineData(nameof(FleetFlows.Kinds), 3, "1 Graflow.FlowDefinitionException impossible")]
    [InlineData(nameof(FleetFlows.Contexts), 5, "True FleetBodies.Context 1 0 True 5, True eu/FleetBodies.Context 1 0 True 5")]
    public async Task A_flow_yields_just_this(string name, int input, string output)
    {
        await using var fleet = await StartAsync();
        await using var driver = fleet.Driver();
        var options = new RunOptions { Channel = static channel => channel.Set("placed", 7) };
        Assert.Equal(output, await driver.RunAsync(FlowOf(name), input, options).OrHang());
    }

    private static Flow<int, string> FlowOf(string name) => (Flow<int, string>)Known.Value[name];

    private static async Task<string> EndOf(WorkflowEngine engine, Flow<int, string> flow, int input, RunOptions options)
    {
        try
        {
            return await engine.RunAsync(flow, input, options).OrHang();
        }
        catch (Exception exception) when (exception is GraflowException or OperationCanceledException)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    // By their names in the registry, which the test program's module fills.
    private static readonly Lazy<Dictionary<string, IExecutable>> Known = new(static () =>
    {
        Graflow.Generated.Graflow_TestProgram.Module.Register();
        return CompilerServices.GraflowRegistry.Workflows
            .Where(static workflow => workflow.Name.StartsWith($"{nameof(FleetFlows)}.", StringComparison.Ordinal))
            .ToDictionary(static workflow => workflow.Name[(nameof(FleetFlows).Length + 1)..], static workflow => workflow.Flow());
    });
}
