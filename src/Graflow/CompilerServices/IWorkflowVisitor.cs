using System.ComponentModel;

namespace Graflow.CompilerServices;

/// <summary>What wants a workflow with its types.</summary>
/// <typeparam name="TResult">What it makes of it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWorkflowVisitor<out TResult>
{
    /// <summary>Called once by <see cref="WorkflowRegistration.Accept"/>.</summary>
    TResult Visit<TIn, TOut>(WorkflowRegistration<TIn, TOut> workflow, IExecutable<TIn, TOut> flow);
}
