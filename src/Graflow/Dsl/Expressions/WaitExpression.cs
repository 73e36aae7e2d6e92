namespace Graflow.Dsl;

/// <summary><c>Flow.WaitFor(name)</c>: a signal's value.</summary>
internal abstract class WaitExpression : FlowExpression
{
    private protected WaitExpression(string name, TimeSpan? timeout, string? key)
    {
        Name = FlowPath.CheckName(name);
        Timeout = timeout is not { } limit || limit > TimeSpan.Zero
            ? timeout
            : throw new FlowDefinitionException($"WaitFor(\"{name}\", {limit}) leaves no time; give more than zero, or no timeout.", "GRF302");
        Key = key is not { Length: 0 }
            ? key
            : throw new FlowDefinitionException($"WaitFor(\"{name}\") has an empty key, which no signal could be sent to; give one, or null for the wait's path.", "GRF302");
    }

    internal string Name { get; }

    internal TimeSpan? Timeout { get; }

    internal string? Key { get; }

    internal override bool TakesUnit => true;

    internal abstract Type ValueType { get; }

    internal abstract Vertex CreateVertex(VertexSite site);
}

/// <summary><c>Flow.WaitFor(name)</c>, typed.</summary>
internal sealed class WaitExpression<T>(string name, TimeSpan? timeout, string? key) : WaitExpression(name, timeout, key)
{
    internal override Type ValueType => typeof(T);

    internal override Vertex CreateVertex(VertexSite site) => new WaitVertex<T>(site, Name, Timeout, Key);
}
