using System.Globalization;
using System.Text;

namespace Graflow.Bench.Generator;

/// <summary>Sources of a project with a thousand tasks of two parameters and a flow with a thousand edges; or of the same methods called one after the other.</summary>
internal static class SampleProject
{
    public const int TasksInAll = 1_000;
    private const int TasksPerFile = 100;
    private const int FlowsInAll = 100;
    private const int FlowsPerFile = 10;
    private const int EdgesPerFlow = 10;

    /// <summary>A file with tasks and no flow for each hundred.</summary>
    public static IEnumerable<(string Path, string Text)> TaskFiles(bool withGraflow) =>
        Enumerable.Range(0, TasksInAll / TasksPerFile).Select(file => ($"Tasks{file}.cs", TaskFile(file, withGraflow)));

    /// <summary>The file that joins them.</summary>
    public static string FlowFile(bool withGraflow)
    {
        var text = new StringBuilder(withGraflow ? "using Graflow;\n" : "");
        text.AppendLine(CultureInfo.InvariantCulture, $$"""
            public static class Program
            {
                public static void Main() => System.Console.WriteLine({{(withGraflow ? "Build()" : "Build(1)")}});

                public static {{(withGraflow ? "Flow<int, int> Build()" : "int Build(int f)")}}
                {
            """);
        text.AppendLine(withGraflow ? "        Flow<int, int> f = Tasks0.Tasks.Source;" : "        f = Tasks0.Source(f);");
        for (var i = 0; i < TasksInAll; i++)
        {
            text.AppendLine(Edge(i, withGraflow));
        }

        return text.AppendLine("        return f;\n    }\n}").ToString();
    }

    /// <summary>The same edges as a hundred flows of ten edges, ten flows in a file; one flow of each file begins with a flow of the next file.</summary>
    public static IEnumerable<(string Path, string Text)> FlowFiles() =>
        Enumerable.Range(0, FlowsInAll / FlowsPerFile).Select(file => ($"Flows{file}.cs", FlowsFile(file, "")));

    /// <param name="file">The file's number.</param>
    /// <param name="end">Steps after the last flow's: what somebody is typing.</param>
    public static string FlowsFile(int file, string end)
    {
        var text = new StringBuilder("using Graflow;\n");
        text.AppendLine(CultureInfo.InvariantCulture, $"public static class Flows{file}\n{{");
        for (var i = 0; i < FlowsPerFile; i++)
        {
            var start = i == 0 ? $"Flows{(file + 1) % (FlowsInAll / FlowsPerFile)}.F1" : "Tasks0.Tasks.Source";
            var tasks = Enumerable.Range((file * FlowsPerFile + i) * (TasksInAll / FlowsInAll), EdgesPerFlow / 2);
            var steps = string.Concat(tasks.Select(static task => $"\n            f = (f | f) >> Tasks{task / TasksPerFile}.Tasks.T{task};"));
            text.AppendLine(CultureInfo.InvariantCulture, $"    public static Flow<int, int> F{i}\n    {{\n        get\n        {{\n            Flow<int, int> f = {start};{steps}\n            return f{(i == FlowsPerFile - 1 ? end : "")};\n        }}\n    }}\n");
        }

        return text.AppendLine("}").ToString();
    }

    private static string Edge(int task, bool withGraflow)
    {
        var container = $"Tasks{task / TasksPerFile}";
        return withGraflow ? $"        f = (f | f) >> {container}.Tasks.T{task};" : $"        f = {container}.T{task}(f, f);";
    }

    private static string TaskFile(int file, bool withGraflow)
    {
        var attribute = withGraflow ? "    [Task]\n" : "";
        var text = new StringBuilder(withGraflow ? "using Graflow;\n" : "");
        text.AppendLine(CultureInfo.InvariantCulture, $"public static partial class Tasks{file}\n{{");
        if (file == 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{attribute}    public static int Source(int x) => x;");
        }

        for (var i = file * TasksPerFile; i < (file + 1) * TasksPerFile; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{attribute}    public static int T{i}(int a, int b) => a + b + {i};");
        }

        return text.AppendLine("}").ToString();
    }
}
