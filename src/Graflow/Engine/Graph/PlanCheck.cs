using Graflow.CompilerServices;
using Graflow.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace Graflow.Engine;

/// <summary>Refuses a plan that an engine could not run, before anything of it runs.</summary>
internal static class PlanCheck
{
    /// <param name="plan">The plan.</param>
    /// <param name="engine">What is to run it.</param>
    /// <param name="execution">Where bodies run that the plan does not place.</param>
    internal static void Run(FlowPlan plan, WorkflowEngine engine, Execution execution)
    {
        foreach (var vertex in plan.Vertices)
        {
            if (vertex is ITaskVertex task)
            {
                engine.Resilience.Check(task.Node.EffectiveOptions, task.Node.Id, vertex.Id);
                if (task.CanLeave && ExecutionOf(vertex) is QueueExecution queue)
                {
                    // Its handler is the workers' affair.
                    CheckFleet(task.Node.EffectiveOptions.Queue ?? queue.Name, vertex.Id, engine);
                    CheckTransfer(task.Node, vertex.Id);
                    continue;
                }

                CheckHandler(task.Node, vertex.Id, engine.Handlers);
                if (IsElsewhere(task, ExecutionOf(vertex), engine.Handlers))
                {
                    CheckTransfer(task.Node, vertex.Id);
                }
                else
                {
                    CheckInstance(task.Node, vertex.Id, engine.Services);
                }
            }
            else if (vertex is MapVertex map)
            {
                Run(map.Body, engine, ExecutionOf(vertex));
            }
        }

        Execution ExecutionOf(Vertex vertex) => vertex.Lane == 0 ? execution : plan.Lanes[vertex.Lane].Execution;
    }

    private static bool IsElsewhere(ITaskVertex task, Execution execution, HandlerCollection handlers) =>
        task.CanLeave && (execution is ProcessesExecution || (handlers.TryGet(task.Node.EffectiveOptions.Handler, out var handler) && handler is IWorkerHandler));

    private static void CheckFleet(string queue, string id, WorkflowEngine engine)
    {
        if (!engine.HasFleet)
        {
            throw new FlowDefinitionException($"{id} is to run on workers that serve the queue \"{queue}\", and this engine shares no store with any. Give it one: new WorkflowEngine(o => o.UseRedis(\"localhost:6379\")), from the package Graflow.Redis; or choose another execution.");
        }
    }

    private static void CheckTransfer(TaskNode node, string id)
    {
        if (GraflowRegistry.FindTask(node.Id)?.Node() is not { } known || !ReferenceEquals(known.Descriptor, node.Descriptor))
        {
            throw NotSerializableException.NotRegistered(id);
        }

        try
        {
            node.CheckCodecs();
        }
        catch (NotSerializableException exception)
        {
            throw exception.Of(id);
        }
    }

    private static void CheckHandler(TaskNode node, string id, HandlerCollection handlers)
    {
        var name = node.EffectiveOptions.Handler;
        if (name != HandlerCollection.Direct && !handlers.TryGet(name, out _))
        {
            throw new UnknownHandlerException(id, name, handlers.Names);
        }
    }

    private static void CheckInstance(TaskNode node, string id, IServiceProvider? services)
    {
        if (node.Descriptor is not { InstanceType: { } type, CanCreateInstance: false })
        {
            return;
        }

        if (services is null || services.GetService(typeof(IServiceProviderIsService)) is IServiceProviderIsService known && !known.IsService(type))
        {
            throw new FlowDefinitionException($"{id} is an instance method of {type}, which has no public parameterless constructor and is not a service of this engine. Register {type.Name} with the service provider in WorkflowEngineOptions.Services, or make the method static.");
        }
    }
}
