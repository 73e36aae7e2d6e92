using Graflow.Handlers.Docker;
using Xunit;

namespace Graflow.Tests.Handlers.Docker;

public sealed class ContainerRefusalTests
{
    [Theory]
    [InlineData(125, "docker: Error response from daemon: Minimum memory limit allowed is 6MB.")]
    [InlineData(125, "unknown flag: --nosuchflag")]
    [InlineData(125, "Error: statfs /nowhere: no such file or directory")]
    [InlineData(127, "[FATAL tini (6)] exec nosuch failed: No such file or directory")]
    [InlineData(1, "ERROR (catatonit:2): failed to exec pid1: No such file or directory")]
    public void The_engines_own_words_are_a_refusal(int code, string line)
    {
        var error = Assert.IsType<ContainerStartException>(ContainerRefusal.Of(code, "image:1", ["WARNING: no swap", line, "See 'docker run --help'."]));
        Assert.Equal(code, error.ExitCode);
        Assert.StartsWith($"No container of \"image:1\" could be started (exit code {code}): {line} ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "docker: Error response from daemon: odd")]
    [InlineData(125, "time=\"2026-11-21T10:36:06Z\" level=error msg=\"error waiting for container: unexpected EOF\"")]
    [InlineData(127, "my own words")]
    [InlineData(137, "docker: odd")]
    public void A_program_that_ended_is_none(int code, string line) =>
        Assert.Null(ContainerRefusal.Of(code, "image:1", [line]));

    [Fact]
    public void An_image_that_vanished_is_missing() =>
        Assert.Equal("image:1", Assert.IsType<ContainerImageMissingException>(ContainerRefusal.Of(125, "image:1", ["docker: Error response from daemon: No such image: image:1."])).Image);
}
