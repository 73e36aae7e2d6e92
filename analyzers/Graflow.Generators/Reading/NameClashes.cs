using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>GRF007: names that the generated class of nodes cannot have.</summary>
internal static class NameClashes
{
    public static void Find(TaskContainer container, ProblemList problems, HashSet<ISymbol> clashing)
    {
        if (container.Tasks.Count == 0)
        {
            return;
        }

        FindInType(container, problems, clashing);
        if (HasRepeatedMember(container))
        {
            FindBetweenTasks(container, problems, clashing);
        }
    }

    private static bool HasRepeatedMember(TaskContainer container)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var task in container.Tasks)
        {
            if (!members.Add(task.Node) || !members.Add(task.Node + "Task"))
            {
                return true;
            }
        }

        return false;
    }

    private static void FindBetweenTasks(TaskContainer container, ProblemList problems, HashSet<ISymbol> clashing)
    {
        var byMember = container.Tasks
            .SelectMany(static task => new[] { (Name: task.Node, Task: task), (Name: task.Node + "Task", Task: task) })
            .GroupBy(static member => member.Name, static member => member.Task, StringComparer.Ordinal);
        foreach (var group in byMember)
        {
            var tasks = group.Distinct().ToArray();
            if (tasks.Length > 1 && tasks.Any(task => !clashing.Contains(task.Method)))
            {
                Report(container, group.Key, tasks, problems, clashing);
            }
        }
    }

    private static void FindInType(TaskContainer container, ProblemList problems, HashSet<ISymbol> clashing)
    {
        var (type, name) = (container.Type, container.TasksName);
        var member = type.GetMembers(name).FirstOrDefault(static member => !GeneratedTree.IsOnlyIn(member));
        if (type.Name == name)
        {
            problems.Add(Rules.NameClash, type, $"the type '{type.Name}' would hold a nested class of the same name; rename it, or name the nested class with [TasksClass(\"…\")]");
        }
        else if (member is not null)
        {
            problems.Add(Rules.NameClash, member, $"'{type.Name}' has a member '{name}' already; rename it, or name the nested class with [TasksClass(\"…\")]");
        }
        else
        {
            foreach (var task in container.Tasks.Where(task => task.Node == name || task.Node + "Task" == name))
            {
                problems.Add(Rules.NameClash, task.Method, $"the task '{task.Method.Name}' and the class '{name}' that holds its node cannot have one name; rename the method");
                clashing.Add(task.Method);
            }

            return;
        }

        clashing.UnionWith(container.Tasks.Select(static task => task.Method));
    }

    private static void Report(TaskContainer container, string name, TaskName[] tasks, ProblemList problems, HashSet<ISymbol> clashing)
    {
        var areOverloads = tasks.All(task => task.Method.Name == tasks[0].Method.Name);
        var text = areOverloads
            ? $"'{tasks[0].Method.Name}' has several [Task] overloads whose nodes would all be '{container.TasksName}.{name}'; give each an id of its own: [Task(\"…\")] names the node"
            : $"the nodes of {string.Join(" and ", tasks.Select(static task => $"'{task.Method.Name}'"))} would both need the name '{container.TasksName}.{name}'; rename one of them";
        foreach (var task in tasks)
        {
            var others = tasks.Where(other => other != task).Select(static other => ProblemList.SourceOf(other.Method));
            problems.Add(Rules.NameClash, task.Method, others, text);
            clashing.Add(task.Method);
        }
    }
}
