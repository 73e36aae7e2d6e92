using Xunit;

namespace Graflow.Tests.Conventions;

public sealed class PublicApiTests
{
    private const string Folder = "tests/Graflow.Tests/Conventions";

    [Fact]
    public void The_public_api_changes_only_on_purpose() => ApiSnapshot.Match($"{Folder}/PublicApi.txt", typeof(Unit).Assembly);

    [Fact]
    public void The_public_api_of_the_command_line_changes_only_on_purpose() => ApiSnapshot.Match($"{Folder}/PublicApi.CommandLine.txt", typeof(FlowNote).Assembly);
}
