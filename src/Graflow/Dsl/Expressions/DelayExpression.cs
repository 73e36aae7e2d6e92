namespace Graflow.Dsl;

/// <summary><c>Flow.Delay(time)</c>: the input, handed on after a time.</summary>
internal abstract class DelayExpression : FlowExpression
{
    private protected DelayExpression(TimeSpan time) => Time = time >= TimeSpan.Zero
        ? time
        : throw new FlowDefinitionException($"Delay({time}) would end before it begins; give zero or more.", "GRF302");

    internal TimeSpan Time { get; }

    internal abstract Type ValueType { get; }

    internal abstract Vertex CreateVertex(VertexSite site, int source);
}

/// <summary><c>Flow.Delay(time)</c>, typed.</summary>
internal sealed class DelayExpression<T>(TimeSpan time) : DelayExpression(time)
{
    internal override bool TakesUnit => typeof(T) == typeof(Unit);

    internal override Type ValueType => typeof(T);

    internal override Vertex CreateVertex(VertexSite site, int source) => new DelayVertex<T>(site, source, Time);
}
