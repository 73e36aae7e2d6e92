using Microsoft.Extensions.DependencyInjection;

namespace Graflow.Engine;

/// <summary>Refuses a plan that an engine could not run, before anything of it runs.</summary>
internal static class PlanCheck
{
    internal static void Run(FlowPlan plan, WorkflowEngine engine)
    {
        foreach (var vertex in plan.Vertices)
        {
            if (vertex is ITaskVertex task)
            {
                CheckHandler(task.Node, vertex.Id, engine.Handlers);
                engine.Resilience.Check(task.Node.EffectiveOptions, task.Node.Id, vertex.Id);
                CheckInstance(task.Node, vertex.Id, engine.Services);
            }
            else if (vertex is MapVertex map)
            {
                Run(map.Body, engine);
            }
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
