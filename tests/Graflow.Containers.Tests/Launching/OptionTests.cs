using Graflow.Containers.Tests.Support;
using Xunit;

namespace Graflow.Containers.Tests.Launching;

/// <summary>Every option has an effect inside.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task The_program_and_the_way_it_serves_are_the_arguments() =>
        Assert.Equal("graflow-exec --stdio\n", await Shell.OutputAsync(Shell.Options("echo $0 $1")));

    [Fact]
    public async Task The_programs_folder_is_there_and_cannot_be_written_to()
    {
        var (output, exit) = await Shell.RunAsync(Shell.Options("ls /graflow/Graflow.dll; echo x > /graflow/made"));
        Assert.Equal("/graflow/Graflow.dll\n", output);
        Assert.Equal(1, exit.ExitCode);
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "made")));
    }

    [Fact]
    public async Task Environment_variables_arrive_as_they_are()
    {
        var options = Shell.Options("""printf '%s|%s|%s' "$ODD" "$DOCKER_HOST" "$HOME" """) with
        {
            // The last two are read by the command line itself, which must not hear of them.
            Environment = new Dictionary<string, string> { ["ODD"] = "a=b \"c\"\n'd' $e é", ["DOCKER_HOST"] = "inside", ["HOME"] = "/nowhere" },
        };
        Assert.Equal("a=b \"c\"\n'd' $e é|inside|/nowhere", await Shell.OutputAsync(options));
    }

    [Fact]
    public async Task Nothing_of_this_process_environment_is_handed_on()
    {
        Environment.SetEnvironmentVariable("GRAFLOW_TEST_SECRET", "secret");
        Assert.Equal("none", await Shell.OutputAsync(Shell.Options("printf ${GRAFLOW_TEST_SECRET:-none}")));
    }

    [Fact]
    public async Task A_volume_is_read_only_unless_it_is_said_to_be_writable()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.PathOf("in"), "seen");
        var target = new DockerVolume(folder.Path, "/data");

        var (output, exit) = await Shell.RunAsync(Shell.Options("cat /data/in; echo made > /data/out") with { Volumes = [target] });
        Assert.Equal("seen", output);
        Assert.Equal(1, exit.ExitCode);
        Assert.False(File.Exists(folder.PathOf("out")));

        await Shell.OutputAsync(Shell.Options("echo made > /data/out") with { Volumes = [target with { IsReadOnly = false }] });
        Assert.Equal("made\n", File.ReadAllText(folder.PathOf("out")));
    }

    [Fact]
    public async Task A_volumes_path_may_have_any_characters()
    {
        using var folder = new TestFolder();
        var odd = Directory.CreateDirectory(folder.PathOf("a,b \"c\":d")).FullName;
        File.WriteAllText(Path.Combine(odd, "in"), "seen");
        Assert.Equal("seen", await Shell.OutputAsync(Shell.Options("cat /data/in") with { Volumes = [new(odd, "/data")] }));
    }

    [Fact]
    public async Task A_named_volume_outlives_its_containers()
    {
        const string name = "graflow-test-volume";
        try
        {
            await Shell.OutputAsync(Shell.Options("echo kept > /data/file") with { Volumes = [new(name, "/data", IsReadOnly: false)] });
            Assert.Equal("kept\n", await Shell.OutputAsync(Shell.Options("cat /data/file") with { Volumes = [new(name, "/data")] }));
        }
        finally
        {
            await TestEngine.RunAsync("volume", "rm", name);
        }
    }

    [Fact]
    public async Task There_is_no_network_by_default() =>
        Assert.Equal("lo:\n", await Shell.OutputAsync(Shell.Options("tail -n +3 /proc/net/dev | awk '{ print $1 }'")));

    [Fact]
    public async Task The_network_can_be_chosen() =>
        Assert.NotEqual("lo:\n", await Shell.OutputAsync(Shell.Options("tail -n +3 /proc/net/dev | awk '{ print $1 }'") with { Network = "host" }));

    [Fact]
    public async Task Memory_and_processors_are_limited()
    {
        var options = Shell.Options("cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/cpu/cpu.cfs_quota_us 2>/dev/null || cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/cpu.max") with { Memory = 64 << 20, Cpus = 0.5 };
        Assert.Equal("67108864\n50000", (await Shell.OutputAsync(options)).Split(" 100000")[0].TrimEnd());
    }

    [Fact]
    public async Task The_user_can_be_chosen() =>
        Assert.Equal("1654:1654\n", await Shell.OutputAsync(Shell.Options("echo $(id -u):$(id -g)") with { User = "1654:1654" }));

    [Fact]
    public async Task The_working_directory_can_be_chosen() =>
        Assert.Equal("/usr/bin\n", await Shell.OutputAsync(Shell.Options("pwd") with { WorkingDirectory = "/usr/bin" }));

    [Fact]
    public async Task Further_arguments_reach_the_engine() =>
        Assert.Equal("chosen\n", await Shell.OutputAsync(Shell.Options("hostname") with { ExtraArguments = ["--hostname", "chosen"] }));
}
