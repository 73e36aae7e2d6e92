namespace Graflow.Generators.Models;

/// <summary>Which class of the library a node derives from; its operators come from there.</summary>
internal enum NodeBase
{
    /// <summary>No input or one parameter.</summary>
    Single,

    /// <summary>Several parameters, taken in their order.</summary>
    Join,

    /// <summary>Two or three parameters of unrelated types, taken in any order.</summary>
    AnyOrderJoin,
}
