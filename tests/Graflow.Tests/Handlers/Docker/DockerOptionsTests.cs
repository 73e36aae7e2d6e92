using Graflow.Handlers.Docker;
using Xunit;

namespace Graflow.Tests.Handlers.Docker;

public sealed class DockerOptionsTests
{
    private static readonly DockerOptions Valid = new();

    public static TheoryData<DockerOptions, string> Refused => new()
    {
        { Valid with { Image = "" }, "Image is \"\"; name an image, such as \"mcr.microsoft.com/dotnet/runtime:10.0\"." },
        { Valid with { Image = "--privileged" }, "Image is \"--privileged\"; name an image, such as \"mcr.microsoft.com/dotnet/runtime:10.0\"." },
        { Valid with { Image = "a b" }, "Image is \"a b\"; name an image, such as \"mcr.microsoft.com/dotnet/runtime:10.0\"." },
        { Valid with { Engine = "" }, "Engine is empty; give \"auto\", \"docker\", \"podman\" or the path of one of them." },
        { Valid with { Network = "" }, "Network is \"\"; give \"none\" or a network of the engine." },
        { Valid with { Gpus = "" }, "Gpus is \"\"; give \"all\", a number or \"device=0\", or null for none." },
        { Valid with { User = "a b" }, "User is \"a b\"; give a name or a number, or null for the image's." },
        { Valid with { WorkingDirectory = "work" }, "WorkingDirectory is \"work\"; it must be an absolute path inside the container." },
        { Valid with { Memory = 6291455 }, "Memory is 6291455; it counts bytes and must be at least 6291456." },
        { Valid with { Cpus = 0 }, "Cpus is 0; it must be a number that is more than zero." },
        { Valid with { Cpus = double.NaN }, "Cpus is NaN; it must be a number that is more than zero." },
        { Valid with { Containers = 0 }, "Containers is 0; it must be at least 1." },
        { Valid with { PullTimeout = TimeSpan.Zero }, "PullTimeout is 00:00:00; it must be more than zero." },
        { Valid with { IdleTimeout = TimeSpan.Zero }, "IdleTimeout is 00:00:00; it must be more than zero." },
        { Valid with { PullPolicy = (DockerPullPolicy)7 }, "PullPolicy is 7; give Missing, Always or Never." },
        { Valid with { Environment = new Dictionary<string, string> { ["A=B"] = "c" } }, "Environment has a variable \"A=B\"; a name is not empty and has no '='." },
        { Valid with { Environment = new Dictionary<string, string> { ["A"] = "\0" } }, "Environment[\"A\"] is null or has a character 0; give a text." },
        { Valid with { Volumes = [new("", "/data")] }, "Volumes has an empty source for \"/data\"; give a path or the name of a volume." },
        { Valid with { Volumes = [new("/data", "data")] }, "Volumes has the target \"data\"; it must be an absolute path inside the container." },
        { Valid with { Volumes = [new("/data", "/graflow/data")] }, "Volumes has the target \"/graflow/data\", where the program's own folder is; choose another one." },
        { Valid with { Volumes = [new("/data", "/graflow-socket")] }, "Volumes has the target \"/graflow-socket\", where Graflow's own socket is; choose another one." },
        { Valid with { Volumes = [new("/a", "/data"), new("/b", "/data")] }, "Volumes has \"/data\" twice; each needs a target of its own." },
        { Valid with { ExtraArguments = [""] }, "ExtraArguments or Command has an empty argument; leave it out." },
        { Valid with { Command = ["dotnet", ""] }, "ExtraArguments or Command has an empty argument; leave it out." },
    };

    [Fact]
    public void The_defaults_are_valid() => DockerOptionsValidator.Check(Valid, "docker");

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_work_is_refused_with_what_was_found_and_what_is_expected(DockerOptions options, string problem)
    {
        var error = Assert.Throws<FlowDefinitionException>(() => DockerOptionsValidator.Check(options, "gpu"));
        Assert.Equal($"GRF302: Handler \"gpu\": {problem}", error.Message);
    }

    [Fact]
    public void What_is_just_in_range_is_valid() => DockerOptionsValidator.Check(
        new()
        {
            Memory = 6 << 20,
            Cpus = 0.01,
            Containers = 1,
            WorkingDirectory = "/",
            PullTimeout = TimeSpan.FromTicks(1),
            IdleTimeout = TimeSpan.FromTicks(1),
            Volumes = [new("name", "/graflow-data"), new("/data", "/data")],
            Environment = new Dictionary<string, string> { ["A"] = "" },
        },
        "docker");

    [Fact]
    public void Options_are_checked_when_the_handler_is_registered()
    {
        var error = Assert.Throws<FlowDefinitionException>(() => new WorkflowEngine(o => o.Handlers.AddDocker("gpu", Valid with { Containers = 0 })));
        Assert.Equal("GRF302: Handler \"gpu\": Containers is 0; it must be at least 1.", error.Message);
    }

    [Fact]
    public void The_handler_that_is_always_there_can_be_given_options_once()
    {
        var handlers = new HandlerCollection();
        handlers.AddDocker("docker", Valid with { Network = "bridge" });
        handlers.AddDocker("second", Valid);

        Assert.Equal(["direct", "docker", "process", "second"], handlers.Names.Order());
        Assert.Throws<ArgumentException>(() => handlers.AddDocker("docker", Valid));
        Assert.Throws<ArgumentException>(() => handlers.AddDocker("second", Valid));
        Assert.Throws<ArgumentException>(() => handlers.AddDocker("process", Valid));
    }
}
