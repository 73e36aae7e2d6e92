namespace Graflow.Generators.Flows;

/// <summary>What a part of a flow is; each but the first three is an expression of the library.</summary>
internal enum FlowTermKind
{
    /// <summary>Something that the source does not show: a parameter, a choice, another assembly's flow.</summary>
    Unknown,

    /// <summary>No flow at all, such as a static one that is not initialized yet.</summary>
    Null,

    /// <summary>A name under which another term is used.</summary>
    Mention,

    Task,
    Sequence,
    Group,
    Race,
    Select,
    Bind,
    As,
    Execution,
    Try,
    OrElse,
    Within,
    ForEach,
}
