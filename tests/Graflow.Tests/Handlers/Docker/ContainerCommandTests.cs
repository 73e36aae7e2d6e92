using Graflow.Handlers.Docker;
using Graflow.Workers;
using Xunit;

namespace Graflow.Tests.Handlers.Docker;

public sealed class ContainerCommandTests
{
    private static readonly ContainerProgram Program = new("/srv/app", ["dotnet", "/graflow/App.dll"]);

    [Fact]
    public void A_container_has_no_network_no_trace_and_an_owner()
    {
        var command = ContainerCommand.For(new DockerOptions { Image = "image:1" }, Program, "graflow-1", socket: null);
        Assert.Equal(
            [
                "run", "--interactive", "--rm", "--init", "--pull", "never", "--name", "graflow-1",
                "--label", $"graflow.owner={ContainerOwner.Current}",
                "--network", "none",
                "--mount", "type=bind,source=/srv/app,target=/graflow,readonly",
                "--env", "GRAFLOW_WORKER_TOKEN",
                "image:1", "dotnet", "/graflow/App.dll", "graflow-exec", "--stdio",
            ],
            command.Arguments);
        Assert.Equal([new("GRAFLOW_WORKER_TOKEN", "")], command.Environment);
    }

    [Fact]
    public void Options_become_arguments_before_the_image()
    {
        var options = new DockerOptions
        {
            Image = "image:1",
            Memory = 64 << 20,
            Cpus = 1.5,
            Gpus = "all",
            User = "1654",
            WorkingDirectory = "/work",
            Volumes = [new("cache", "/cache", IsReadOnly: false), new("/a,b", "/data")],
            ExtraArguments = ["--shm-size", "1g"],
        };
        var arguments = ContainerCommand.For(options, Program, "graflow-1", socket: null).Arguments.Skip(14).TakeWhile(argument => argument != "image:1");
        Assert.Equal(
            [
                "--memory", "67108864", "--memory-swap", "67108864", "--cpus", "1.5", "--gpus", "all", "--user", "1654", "--workdir", "/work",
                "--mount", "type=volume,source=cache,target=/cache",
                "--mount", "type=bind,\"source=/a,b\",target=/data,readonly",
                "--env", "GRAFLOW_WORKER_TOKEN",
                "--shm-size", "1g",
            ],
            arguments);
    }

    [Fact]
    public void Values_of_variables_stay_out_of_the_arguments_unless_the_command_line_reads_them_itself()
    {
        var options = new DockerOptions { Environment = new Dictionary<string, string> { ["KEY"] = "secret", ["DOCKER_HOST"] = "tcp://inside" } };
        var command = ContainerCommand.For(options, Program, "graflow-1", socket: null);
        Assert.Equal(["--env", "KEY", "--env", "DOCKER_HOST=tcp://inside"], command.Arguments.Skip(14).Take(4));
        Assert.Equal(new Dictionary<string, string> { ["KEY"] = "secret", ["GRAFLOW_WORKER_TOKEN"] = "" }, command.Environment);
    }

    [Fact]
    public void A_socket_is_mounted_and_named_and_its_secret_stays_out_of_the_arguments()
    {
        using var socket = new PrivateSocket(isForOthers: true);
        var command = ContainerCommand.For(new DockerOptions(), Program, "graflow-1", socket);
        Assert.Contains($"type=bind,source={socket.Address},target=/graflow-socket", command.Arguments);
        Assert.Equal(["graflow-exec", "--stdio", "/graflow-socket"], command.Arguments.TakeLast(3));
        Assert.Equal([new("GRAFLOW_WORKER_TOKEN", socket.Token)], command.Environment);
        Assert.DoesNotContain(command.Arguments, argument => argument.Contains(socket.Token, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("App.dll", "dotnet,/graflow/App.dll")]
    [InlineData("App", "dotnet,/graflow/App.dll")]
    [InlineData("App.exe", "dotnet,/graflow/App.dll")]
    [InlineData("Native", "/graflow/Native")]
    public void A_program_is_started_by_the_runtime_unless_it_has_no_library(string file, string command)
    {
        var folder = Directory.CreateTempSubdirectory("graflow-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "App.dll"), "");
            var program = ContainerProgram.At(Path.Combine(folder.FullName, file), []);
            Assert.Equal(folder.FullName, program.Folder);
            Assert.Equal(command, string.Join(',', program.Command));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_start_can_be_chosen() =>
        Assert.Equal(["/bin/sh"], ContainerProgram.At("/srv/App.dll", ["/bin/sh"]).Command);
}
