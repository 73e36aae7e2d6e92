namespace Graflow.Generators.Models;

/// <summary>How a method returns.</summary>
internal enum ReturnKind
{
    Void,
    Value,
    Task,
    ValueTask,
    TaskOfValue,
    ValueTaskOfValue,
    Next,
    TaskOfNext,
    ValueTaskOfNext,
}
