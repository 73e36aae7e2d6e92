using Xunit;

namespace Graflow.Tests.Conventions;

public sealed class PublicApiTests
{
    private const string Snapshot = "tests/Graflow.Tests/Conventions/PublicApi.txt";

    [Fact]
    public void The_public_api_changes_only_on_purpose()
    {
        var actual = ApiText.Of(typeof(Unit).Assembly);
        if (Environment.GetEnvironmentVariable("GRAFLOW_ACCEPT") == "1")
        {
            File.WriteAllText(Repository.PathOf(Snapshot), actual);
        }

        var (before, after) = (Lines(File.ReadAllText(Repository.PathOf(Snapshot))), Lines(actual));
        Assert.Empty(before.Except(after).Select(line => $"gone: {line}").Concat(after.Except(before).Select(line => $"new: {line}")));
    }

    /// <summary>A member's line carries its type's, so that the same member of two types is two lines.</summary>
    private static List<string> Lines(string text)
    {
        var (type, lines) = ("", new List<string>());
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line.StartsWith(' ') ? type : line;
            lines.Add(line == type ? line : $"{type} | {line.Trim()}");
        }

        return lines;
    }
}
