using Graflow.Bench.Harness;

namespace Graflow.Bench.Containers;

/// <summary>Tasks in containers against tasks in child processes, and against a bare <c>docker run</c>.</summary>
internal sealed class ContainerSuite : ISuite
{
    public string Name => "containers";

    // Needs a container engine.
    public bool InQuick => false;

    public IReadOnlyList<(string Name, Func<Workload> Create)> Workloads(bool quick)
    {
        if (ContainerWorkloads.Image is null)
        {
            Console.Error.WriteLine("containers: left out, no engine; measure them by: eng/containers.sh run dotnet run -c Release --project bench -- --suite containers");
            return [];
        }

        return
        [
            ("container-hop", ContainerWorkloads.Hop),
            ("container-start", () => ContainerWorkloads.Start(rounds: quick ? 7 : 25)),
        ];
    }
}
