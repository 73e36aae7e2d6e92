using System.Reflection;
using Xunit;

namespace Graflow.Tests.Conventions;

public sealed class PublicApiTests
{
    private const string Folder = "tests/Graflow.Tests/Conventions";

    [Fact]
    public void The_public_api_changes_only_on_purpose() => Match("PublicApi.txt", typeof(Unit).Assembly);

    [Fact]
    public void The_public_api_of_the_command_line_changes_only_on_purpose() => Match("PublicApi.CommandLine.txt", typeof(FlowNote).Assembly);

    private static void Match(string file, Assembly assembly)
    {
        var snapshot = Repository.PathOf($"{Folder}/{file}");
        var actual = ApiText.Of(assembly);
        if (Environment.GetEnvironmentVariable("GRAFLOW_ACCEPT") == "1")
        {
            File.WriteAllText(snapshot, actual);
        }

        var (before, after) = (Lines(File.ReadAllText(snapshot)), Lines(actual));
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
