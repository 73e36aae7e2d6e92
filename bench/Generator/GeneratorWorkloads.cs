using System.Diagnostics;
using Graflow.Bench.Harness;
using Graflow.Generators;
using Microsoft.CodeAnalysis;

namespace Graflow.Bench.Generator;

/// <summary>The generator alone, over a thousand tasks, beside one that only reads their names.</summary>
internal static class GeneratorWorkloads
{
    public static Workload Cold()
    {
        var project = new GeneratorProject();
        return new Workload("generate-1000-cold", Meter.Reported("ms"), [Peer("roslyn", Names), Peer("graflow", Nodes)])
        {
            Floor = "roslyn",
            Rounds = 5,
            Bounds = [Bound.AtMost(1_000, "ms")],
        };

        Peer Peer(string name, Func<(IIncrementalGenerator Generator, Func<int, string> Trace)> create) =>
            new(name, SampleProject.TasksInAll, () => ValueTask.FromResult(Run(create(), project)));
    }

    public static Workload UnrelatedEdit()
    {
        var project = new GeneratorProject();
        return new Workload("generate-1000-unrelated-edit", Meter.Reported("ms"), [Typing("roslyn", Names(), project), Typing("roslyn-files", Files(), project), Typing("graflow", Nodes(), project)])
        {
            Floor = "roslyn-files",
            Rounds = 31,
            Bounds = [Bound.AtMost(10, "ms"), Bound.RatioAtMost(1.2, "roslyn-files")],
        };
    }

    private static (IIncrementalGenerator Generator, Func<int, string> Trace) Names() => (new NamesGenerator(), i => $"// T{i}\n");

    private static (IIncrementalGenerator Generator, Func<int, string> Trace) Files() => (new FilesGenerator(), i => $"// T{i}\n");

    private static (IIncrementalGenerator Generator, Func<int, string> Trace) Nodes() => (new GraflowGenerator(), i => $"class T{i}Task");

    private static double Run((IIncrementalGenerator Generator, Func<int, string> Trace) subject, GeneratorProject project)
    {
        var driver = GeneratorProject.CreateDriver(subject.Generator);
        return Measure(ref driver, project.Fresh(), subject.Trace);
    }

    private static Peer Typing(string name, (IIncrementalGenerator Generator, Func<int, string> Trace) subject, GeneratorProject project)
    {
        var driver = GeneratorProject.CreateDriver(subject.Generator).RunGenerators(project.Fresh());
        var keystroke = 0;
        return new Peer(name, 1, () => ValueTask.FromResult(Measure(ref driver, project.WithUnrelatedEdit(++keystroke), subject.Trace)));
    }

    private static double Measure(ref GeneratorDriver driver, Compilation compilation, Func<int, string> trace)
    {
        var start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        var elapsed = Stopwatch.GetElapsedTime(start);
        Check(driver, trace);
        return elapsed.TotalMilliseconds;
    }

    /// <exception cref="WrongResultException">A task left no trace in what was generated.</exception>
    private static void Check(GeneratorDriver driver, Func<int, string> trace)
    {
        var text = string.Concat(driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));
        var missing = Enumerable.Range(0, SampleProject.TasksInAll).Count(i => !text.Contains(trace(i), StringComparison.Ordinal));
        if (missing > 0)
        {
            throw new WrongResultException($"{missing} of {SampleProject.TasksInAll} tasks were not generated.");
        }
    }
}
