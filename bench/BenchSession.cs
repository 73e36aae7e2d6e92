using Graflow.Bench.Harness;

namespace Graflow.Bench;

/// <summary>Runs the workloads that were asked for, one after the other.</summary>
internal sealed class BenchSession(BenchOptions options, IReadOnlyList<ISuite> suites)
{
    /// <summary>The exit code: 1 when a bound is missed and <c>--strict</c> asks for it.</summary>
    /// <exception cref="ArgumentException">No workload has the name.</exception>
    public async Task<int> RunAsync(TextWriter output)
    {
        IReport report = options.Json ? new JsonReport(output) : new TableReport(output);
        var runner = new WorkloadRunner(options.Quick ? Effort.Quick : Effort.Full);
        var selected = Select().ToList();
        if (selected.Count == 0)
        {
            throw new ArgumentException($"No such workload. There are:\n{string.Join('\n', Names())}");
        }

        var missed = false;
        foreach (var (suite, create) in selected)
        {
            var result = await RunAsync(runner, suite, create());
            missed |= result.Workload.Bounds.Any(bound => !bound.IsMet(bound.Read(result)));
            report.Write(result);
        }

        report.Complete();
        return missed && options.Strict ? 1 : 0;
    }

    private static async Task<WorkloadResult> RunAsync(WorkloadRunner runner, string suite, Workload workload)
    {
        try
        {
            return await runner.RunAsync(suite, workload);
        }
        catch (WrongResultException wrong)
        {
            throw new WrongResultException($"{workload.Name}: {wrong.Message}");
        }
        finally
        {
            workload.Cleanup?.Invoke();
        }
    }

    private IEnumerable<(string Suite, Func<Workload> Create)> Select() =>
        from suite in suites
        where options.Suite is null ? suite.InQuick || !options.Quick || options.Workload is not null : suite.Name == options.Suite
        from workload in suite.Workloads(options.Quick)
        where options.Workload is null || workload.Name == options.Workload
        select (suite.Name, workload.Create);

    private IEnumerable<string> Names() =>
        from suite in suites
        from workload in suite.Workloads(options.Quick)
        select $"  --suite {suite.Name} --workload {workload.Name}";
}
