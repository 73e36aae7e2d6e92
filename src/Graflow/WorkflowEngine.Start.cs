using Graflow.CompilerServices;
using Graflow.Logs;
using Graflow.Telemetry;

namespace Graflow;

public sealed partial class WorkflowEngine
{
    /// <summary>A plan whose tasks this engine can run.</summary>
    /// <exception cref="UnknownHandlerException">A task asks for a handler that the engine does not have.</exception>
    /// <exception cref="FlowDefinitionException">A task's object cannot be made, or a task is to run on workers of a fleet that the engine does not have.</exception>
    /// <exception cref="NotSerializableException">A task is to run in another process and cannot.</exception>
    internal FlowPlan Checked(FlowPlan plan, Execution execution)
    {
        var leaves = execution.LeavesProcess;
        if (plan.CheckedBy is not { } check || !ReferenceEquals(check.Engine, this) || (leaves && (!check.LeavesProcess || (!HasFleet && execution is QueueExecution))))
        {
            GraflowRegistry.ThrowOnClash();
            PlanCheck.Run(plan, this, execution);
            plan.CheckedBy = new PlanApproval(this, leaves);
        }

        return plan;
    }

    private RunDriver Start<TIn, TOut>(
        IExecutable<TIn, TOut> flow, TIn input, RunOptions options, RunCompletion<TOut> completion, bool keepsResults, CancellationToken ct)
    {
        options.Check();
        var execution = options.Execution ?? _execution;
        var plan = Checked(Operand.Expression(flow, nameof(flow)).PlanFor<TIn>(), execution);
        var scope = new RunScope(this, options, execution, plan)
        {
            KeepsResults = keepsResults && options.Keep,
            IsPooled = !keepsResults && !ct.CanBeCanceled && options.Deadline is null,
        };
        scope.Recorder = CreateRecorder(scope);
        scope.InitializeChannel();
        scope.Telemetry = GraflowInstruments.IsListenedTo ? new RunTelemetry(scope) : null;
        var driver = Drivers.Rent();
        driver.Prepare(plan, scope, completion);
        scope.Start();
        if (ct.CanBeCanceled || options.Deadline is not null)
        {
            driver.Watch(options.Deadline, ct);
        }

        if (keepsResults || ct.CanBeCanceled || options.Deadline is not null || plan.HasTimeouts)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static start => start.Driver.Begin(start.Input), (Driver: driver, Input: input), preferLocal: false);
        }
        else
        {
            driver.Begin(input);
        }

        return driver;
    }

    /// <param name="scope">The run.</param>
    /// <param name="isObserved">Whether observers hear of it: one that is only read again has told them everything.</param>
    internal RunRecorder? CreateRecorder(RunScope scope, bool isObserved = true)
    {
        var pump = isObserved ? _pump : null;
        return pump is null && !scope.KeepsResults ? null : new RunRecorder(scope, new MemoryRunLog(keepsAll: scope.KeepsResults), pump);
    }
}
