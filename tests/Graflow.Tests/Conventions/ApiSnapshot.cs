using System.Reflection;
using Xunit;

namespace Graflow.Tests.Conventions;

/// <summary>The public API of an assembly, as it was accepted.</summary>
internal static class ApiSnapshot
{
    /// <param name="file">Where it stands in the repository.</param>
    /// <param name="assembly">What is to match it.</param>
    internal static void Match(string file, Assembly assembly)
    {
        var snapshot = Repository.PathOf(file);
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
