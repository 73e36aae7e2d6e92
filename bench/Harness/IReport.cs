namespace Graflow.Bench.Harness;

/// <summary>Writes each workload's result as soon as it is known.</summary>
internal interface IReport
{
    void Write(WorkloadResult result);

    void Complete();
}
