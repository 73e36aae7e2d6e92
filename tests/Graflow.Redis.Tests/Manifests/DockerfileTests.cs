using Xunit;

namespace Graflow.Redis.Tests.Manifests;

public sealed class DockerfileTests
{
    private static readonly IReadOnlyList<string> Lines = Distributed.Lines("Dockerfile");

    [Fact]
    public void What_builds_is_not_in_the_image()
    {
        Assert.Equal(["FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build", "FROM mcr.microsoft.com/dotnet/runtime:10.0"], Lines.Where(static line => line.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Contains("COPY --from=build /app .", Lines);
    }

    [Fact]
    public void The_program_has_no_rights()
    {
        var user = Lines.ToList().IndexOf("USER $APP_UID");

        Assert.True(user > Lines.ToList().FindLastIndex(static line => line.StartsWith("RUN ", StringComparison.Ordinal)));
        Assert.Single(Lines, static line => line.StartsWith("USER ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_worker_is_asked_to_stop_and_asked_how_it_is()
    {
        Assert.Contains("STOPSIGNAL SIGTERM", Lines);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"Distributed.dll\"]", Lines);
        Assert.Contains("CMD [\"worker\"]", Lines);
        var check = Lines.ToList().FindIndex(static line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.Contains("/dev/tcp/127.0.0.1/$HEALTH_PORT", Lines[check + 1], StringComparison.Ordinal);
        Assert.Contains("GET /health ", Lines[check + 1], StringComparison.Ordinal);
        var variables = Lines.Where(static line => line.StartsWith("ENV ", StringComparison.Ordinal)).Select(static line => line[4..].Split('='));
        Assert.Equal(8080, WorkerVariables.Read(variables.ToDictionary(static words => words[0], static words => words[1])).HealthPort);
    }
}
