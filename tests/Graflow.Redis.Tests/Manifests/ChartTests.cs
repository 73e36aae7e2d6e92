using Graflow.Redis.Keys;
using Graflow.Redis.TestProgram;
using Graflow.Redis.Tests.Support;
using Xunit;

namespace Graflow.Redis.Tests.Manifests;

public sealed class ChartTests
{
    private static readonly Yaml Pod = Chart.Load().Render("deployment.yaml")!.Value["spec", "template", "spec"];
    private static readonly Yaml Worker = Assert.Single(Pod["containers"].Items);

    [Fact]
    public void There_is_nothing_in_the_chart_that_no_test_reads()
    {
        Assert.Equal(["deployment.yaml", "scaledobject.yaml"], Distributed.Files("chart/templates").Order(StringComparer.Ordinal));
        Assert.Equal("v2", Yaml.Parse(Distributed.Read("chart", "Chart.yaml"), "Chart.yaml")["apiVersion"].Text);
    }

    [Fact]
    public void A_worker_is_given_longer_than_it_takes_to_stop()
    {
        var options = WorkerVariables.Read(Worker["env"].Items.ToDictionary(static variable => variable["name"].Text, static variable => variable.Has("value") ? variable["value"].Text : "a-pod"));

        Assert.Equal("a-pod", options.WorkerId);
        Assert.Equal("redis:6379", options.Redis);
        Assert.True(TimeSpan.FromSeconds(Pod["terminationGracePeriodSeconds"].Number) > options.GracefulShutdownTimeout);
        Assert.Equal("metadata.name", Worker["env"].ItemWith("name", "WORKER_ID")["valueFrom", "fieldRef", "fieldPath"].Text);
    }

    [Theory]
    [InlineData("readinessProbe", "/ready")]
    [InlineData("livenessProbe", "/health")]
    public void It_is_asked_how_it_is_where_it_answers(string probe, string path)
    {
        var port = Assert.Single(Worker["ports"].Items);

        Assert.Equal(path, Worker[probe, "httpGet", "path"].Text);
        Assert.Equal(port["name"].Text, Worker[probe, "httpGet", "port"].Text);
        Assert.Equal(port["containerPort"].Text, Worker["env"].ItemWith("name", "HEALTH_PORT")["value"].Text);
    }

    [Fact]
    public void It_may_do_no_more_than_it_needs()
    {
        Assert.Equal("true", Pod["securityContext", "runAsNonRoot"].Text);
        Assert.Equal("RuntimeDefault", Pod["securityContext", "seccompProfile", "type"].Text);
        Assert.Equal("false", Pod["automountServiceAccountToken"].Text);
        Assert.Equal("false", Worker["securityContext", "allowPrivilegeEscalation"].Text);
        Assert.Equal("true", Worker["securityContext", "readOnlyRootFilesystem"].Text);
        Assert.Equal(["ALL"], Worker["securityContext", "capabilities", "drop"].Texts);
    }

    [Fact]
    public void The_scaler_scales_what_the_chart_deploys_and_nobody_else_does()
    {
        var deployment = Chart.Load().Render("deployment.yaml")!.Value;
        var scaler = Chart.Load().Render("scaledobject.yaml")!.Value;

        Assert.Equal(deployment["metadata", "name"].Text, scaler["spec", "scaleTargetRef", "name"].Text);
        Assert.False(deployment["spec"].Has("replicas"));
        Assert.Equal(deployment["spec", "selector", "matchLabels", "app.kubernetes.io/instance"].Text, deployment["spec", "template", "metadata", "labels", "app.kubernetes.io/instance"].Text);
    }

    [Fact]
    public void Without_the_scaler_there_are_as_many_as_the_values_say()
    {
        var chart = Chart.Load(("  enabled: true", "  enabled: false"));

        Assert.Null(chart.Render("scaledobject.yaml"));
        Assert.Equal(chart.Values["worker", "replicas"].Number, chart.Render("deployment.yaml")!.Value["spec", "replicas"].Number);
    }

    [Theory]
    [InlineData(1, "8")]
    [InlineData(3, "2")]
    [InlineData(12, "1")]
    public void The_scaler_counts_every_cell_and_a_worker_is_there_for_as_many_tasks_whatever_their_number(int cells, string each)
    {
        var chart = Chart.Load(("  cells: 1\n", $"  cells: {cells}\n"));
        var triggers = chart.Render("scaledobject.yaml")!.Value["spec", "triggers"].Items;
        var tasks = chart.Values["keda", "tasks"].Texts;

        Assert.Equal(
            from cell in new RedisCells("gf", cells).All from task in tasks select cell.Key($"q:default/{task}"),
            triggers.Select(static trigger => trigger["metadata", "listName"].Text));
        Assert.All(triggers, trigger => Assert.Equal(each, trigger["metadata", "listLength"].Text));
    }

    /// <summary>So that a key that is renamed here is not looked for in vain there.</summary>
    [Fact]
    public async Task The_scaler_counts_what_waits_in_the_queue()
    {
        var triggers = Chart.Load(("Earthquakes.Read", "FanIn.Split")).Render("scaledobject.yaml")!.Value["spec", "triggers"].Items;
        Assert.All(triggers, static trigger => Assert.Equal("redis", trigger["type"].Text));
        await using ChaosFleet fleet = new();
        await using var engine = fleet.Connect();

        await using var run = await engine.StartAsync(FanIn.All, fleet.Load(1));

        // Its script asks a sorted set for ZCARD.
        await Until.TrueAsync(() => fleet.Raw.SortedSetLength(triggers[0]["metadata", "listName"].Text) == 1);
    }
}
