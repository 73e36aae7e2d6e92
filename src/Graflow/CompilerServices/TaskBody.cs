using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>Which of a node's methods holds the task's body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TaskBody
{
    /// <summary><see cref="TaskNode{TIn,TOut}.Invoke"/>.</summary>
    Value,

    /// <summary><see cref="TaskNode{TIn,TOut}.InvokeAsync"/>.</summary>
    ValueAsync,

    /// <summary><see cref="TaskNode{TIn,TOut}.InvokeNext"/>.</summary>
    Next,

    /// <summary><see cref="TaskNode{TIn,TOut}.InvokeNextAsync"/>.</summary>
    NextAsync,
}
