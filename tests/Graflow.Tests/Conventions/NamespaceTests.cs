using System.Text.RegularExpressions;
using Xunit;

namespace Graflow.Tests.Conventions;

public sealed partial class NamespaceTests
{
    [Fact]
    public void A_namespace_is_Graflow_or_the_folder()
    {
        var wrong = from file in Repository.Sources("src/Graflow")
                    from match in file.Matches(Declaration())
                    let actual = match.Groups["name"].Value
                    let folder = $"{file.Folder["src/".Length..].Replace('/', '.')}."
                    where !folder.StartsWith(actual + ".", StringComparison.Ordinal)
                    select $"{file.Path}: {actual}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);")]
    private static partial Regex Declaration();
}
