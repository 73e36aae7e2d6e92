namespace Graflow.Runs;

/// <summary>The vertices of a plan that records name by their indexes.</summary>
internal abstract class RecordedPlan
{
    /// <summary>A plan of which nothing is known but the numbers of its vertices.</summary>
    internal static RecordedPlan Unknown { get; } = new UnknownPlan();

    /// <summary>The ids of all tasks, those of maps' bodies included, in plan order.</summary>
    internal abstract IReadOnlyList<string> TaskIds { get; }

    /// <summary>The ids of the tasks of the plan itself.</summary>
    internal abstract IReadOnlyList<string> OwnTaskIds { get; }

    internal abstract Vertex VertexAt(int index);

    /// <summary>What runs for each element of a map.</summary>
    internal abstract RecordedPlan BodyOf(int map);

    /// <summary>The plan as the program has it.</summary>
    internal static RecordedPlan Of(FlowPlan plan) => new PresentPlan(plan);

    private sealed class PresentPlan(FlowPlan plan) : RecordedPlan
    {
        internal override IReadOnlyList<string> TaskIds => plan.TaskIds;

        internal override IReadOnlyList<string> OwnTaskIds => plan.OwnTaskIds;

        internal override Vertex VertexAt(int index) => index < plan.Vertices.Length ? plan.Vertices[index] : Unknown.VertexAt(index);

        internal override RecordedPlan BodyOf(int map) => VertexAt(map) is MapVertex vertex ? new PresentPlan(vertex.Body) : Unknown;
    }

    private sealed class UnknownPlan : RecordedPlan
    {
        internal override IReadOnlyList<string> TaskIds => [];

        internal override IReadOnlyList<string> OwnTaskIds => [];

        internal override Vertex VertexAt(int index) => new RecordedVertex(index, $"vertex {index}");

        internal override RecordedPlan BodyOf(int map) => this;
    }
}
