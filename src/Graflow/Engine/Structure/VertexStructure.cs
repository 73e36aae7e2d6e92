namespace Graflow.Engine;

/// <summary>What a resumed run relies on of one vertex: what a person can change about it without a record losing its meaning is not in here, such as its options, limits and functions.</summary>
internal sealed record VertexStructure
{
    /// <summary>What sort of step it is; the words are on disk.</summary>
    internal required string Kind { get; init; }

    /// <summary>A task's path and id, or what the user called a group or a wait; empty where nobody named it.</summary>
    internal string Name { get; init; } = "";

    /// <summary>The vertices whose values go in, in the order in which they are taken.</summary>
    internal IReadOnlyList<int> Values { get; init; } = [];

    /// <summary>The vertices that only come before.</summary>
    internal IReadOnlyList<int> Orders { get; init; } = [];

    /// <summary>The name of the type that a task takes: no record holds the value, which what comes before yields.</summary>
    internal string Input { get; init; } = "";

    /// <summary>What it yields, as payloads show it; empty where no record holds it, since it is computed again.</summary>
    internal string Output { get; init; } = "";

    /// <summary>When a group succeeds, or what else makes the step what it is.</summary>
    internal string Rule { get; init; } = "";

    /// <summary>The plan that runs once for each element; in a structure that was read, <see cref="BodyIndex"/> alone says which.</summary>
    internal FlowPlan? Body { get; init; }

    /// <summary>Which of the structure's plans the body is; -1 where there is none.</summary>
    internal int BodyIndex { get; init; } = -1;

    /// <summary>Whether the name is a part of what it does: a group's is for people.</summary>
    internal bool IsKnownByName => Kind is not (VertexKinds.Group or VertexKinds.First or VertexKinds.Map);

    /// <summary>Whether somebody ordered it after others, and not only what it stands around.</summary>
    internal bool IsOrdered => Kind is not (VertexKinds.Group or VertexKinds.First or VertexKinds.Try or VertexKinds.Gate or VertexKinds.Within);

    internal bool IsTask => Kind == VertexKinds.Task;

    /// <summary>A policy of the user's own is known by its type: what it says of itself may be different each time.</summary>
    internal static string RuleOf(GroupPolicy policy) =>
        policy.GetType().Assembly == typeof(GroupPolicy).Assembly ? policy.ToString()! : policy.GetType().ToString().Replace('+', '.');
}
