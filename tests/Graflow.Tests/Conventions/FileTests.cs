using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.Conventions;

public sealed partial class FileTests
{
    [Theory]
    [InlineData("src", 400)]
    [InlineData("analyzers", 400)]
    [InlineData("bench", 400)]
    [InlineData("samples", 400)]
    [InlineData("tests", 600)]
    public void Files_stay_short(string folder, int budget) =>
        Assert.Empty(Repository.Sources(folder).Where(file => file.Lines.Length > budget && !IsAcceptedOutput(file)).Select(file => $"{file.Path}: {file.Lines.Length} lines"));

    [Fact]
    public void The_scan_sees_the_sources() => Assert.True(Repository.Sources("src", "analyzers", "tests").Count > 50);

    [Fact]
    public void Each_library_file_declares_one_type_and_is_named_after_it() =>
        Assert.Empty(Repository.Sources("src", "analyzers").SelectMany(MisplacedTypes));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(Repository.Sources("src", "analyzers", "tests", "bench").SelectMany(file => file.CodeMatching(EmptyName())));

    [Fact]
    public void Nothing_is_left_to_do_later() =>
        Assert.Empty(Repository.Sources("src", "analyzers", "tests", "bench", "samples", "eng")
            .SelectMany(file => file.Lines.Where(line => Later().IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}")));

    /// <summary>What the generator wrote is as long as its input asks for.</summary>
    private static bool IsAcceptedOutput(SourceFile file) => file.Path.EndsWith(".verified.cs", StringComparison.Ordinal);

    private static IEnumerable<string> MisplacedTypes(SourceFile file)
    {
        var names = file.Matches(TopLevelType()).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var expected = file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)];
        return names is [] || (names is [var only] && only == expected) ? [] : [$"{file.Path}: {string.Join(", ", names)}"];
    }

    [GeneratedRegex(@"^(public|internal)\b[^=(]*?\b(class|struct|interface|record|enum|delegate\s+\S+)\s+(?!class\b|struct\b)(?<name>\w+)")]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\b(class|struct|interface|record)\s+\w*(Helpers?|Util(s|ity|ities)?|Manager|Impl|Base|Common)\b")]
    private static partial Regex EmptyName();

    // Split, so that this file is not its own finding.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b")]
    private static partial Regex Later();
}
