namespace Graflow.Generators.Models;

/// <summary>The nested class that holds a container's nodes.</summary>
internal sealed record TasksClassModel(ContainerModel Container, bool IsPublic)
{
    public string HintName => Container.HintName + "." + Container.TasksName.TrimStart('@') + "-class";
}
