using System.Globalization;

namespace Graflow.History;

/// <summary>Finds, and makes, the line of the tree that a path stands for.</summary>
internal sealed class TreePlaces
{
    private readonly Dictionary<string, TreeNode> _vertices = [];
    private readonly Dictionary<string, TreeNode> _scopes = [];
    private readonly Dictionary<string, TreeNode> _mapsOfTasks = [];
    private readonly Dictionary<(TreeNode Map, int Index), TreeNode> _elements = [];
    private readonly Dictionary<string, List<TreeNode>> _mapsByScope = [];
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, TaskContinued> _continuing = [];
    private readonly Dictionary<string, (TreeNode Task, TaskContinued Continued)> _tails = [];

    internal TreeNode Root { get; } = new("");

    /// <summary>Whether a task of the flow itself, or of a map in it, has a line.</summary>
    internal bool Knows(string name) => _names.Contains(name);

    /// <summary>The line of a vertex, for all its iterations.</summary>
    internal TreeNode VertexOf(TreePath path)
    {
        if (_vertices.TryGetValue(path.Vertex, out var known))
        {
            return known;
        }

        if (path.Scope.Length == 0)
        {
            _names.Add(path.Name);
        }

        var vertex = new TreeNode(path.Name);
        _vertices.Add(path.Vertex, vertex);
        return ParentOf(path).Add(vertex);
    }

    /// <summary>The line of one iteration; for the first, the vertex's own.</summary>
    internal TreeNode IterationOf(TreePath path) =>
        path.Iteration == 0 ? VertexOf(path) : ScopeOf(string.Create(CultureInfo.InvariantCulture, $"{path.Vertex}#{path.Iteration}"));

    /// <summary>A task asked for something to run in its place. Its line comes with what runs: a task at the end of an iteration hands on the iteration's place, and there is no line below the task itself.</summary>
    internal void Continue(TreePath path, TaskContinued continued)
    {
        var task = VertexOf(path);
        task.Detail = $"→ {continued.Target}";
        _continuing[path.Vertex] = continued;
        _tails[path.Scope] = (task, continued);
    }

    internal TreeNode AddMap(MapStarted started)
    {
        var place = TreePath.Of(started.Tasks is [var first, ..] ? first : started.TaskId);
        var map = ParentOfMap(place).Add(new TreeNode(NameOf(started)));
        if (!_mapsByScope.TryGetValue(place.Scope, out var maps))
        {
            _mapsByScope.Add(place.Scope, maps = []);
        }

        maps.Add(map);
        foreach (var task in started.Tasks)
        {
            _mapsOfTasks[task] = map;
        }

        return map;
    }

    private TreeNode ParentOf(TreePath path) =>
        path.Elements.Count > 0 && _mapsOfTasks.TryGetValue(path.InMap, out var map) ? ElementOf(map, path.Elements[^1]) : ScopeOf(path.Scope);

    /// <summary>A map inside a map knows the element, but not of which map: it is the one that has this element and began last.</summary>
    private TreeNode ParentOfMap(TreePath place)
    {
        if (place.Elements.Count > 0 && _mapsByScope.TryGetValue(place.Scope, out var maps))
        {
            var outer = maps.LastOrDefault(map => _elements.ContainsKey((map, place.Elements[^1]))) ?? maps[^1];
            return ElementOf(outer, place.Elements[^1]);
        }

        return ScopeOf(place.Scope);
    }

    private TreeNode ElementOf(TreeNode map, int index)
    {
        if (!_elements.TryGetValue((map, index), out var element))
        {
            element = map.Add(new TreeNode(string.Create(CultureInfo.InvariantCulture, $"[{index}]")));
            _elements.Add((map, index), element);
        }

        return element;
    }

    private TreeNode ScopeOf(string scope)
    {
        if (scope.Length == 0)
        {
            return Root;
        }

        if (_scopes.TryGetValue(scope, out var known))
        {
            return known;
        }

        var (owner, isSideTask, number) = TreePath.Opened(scope);
        var opened = new TreeNode(string.Create(CultureInfo.InvariantCulture, $"{(isSideTask ? '!' : '#')}{number}"));
        _scopes.Add(scope, opened);
        if (isSideTask)
        {
            return IterationOf(TreePath.Of(owner)).Add(opened);
        }

        var task = VertexOf(TreePath.Of(owner));
        task.Iterations = Math.Max(task.Iterations, number);
        BeginIteration(task, opened, owner, number);
        return task.Add(opened);
    }

    private void BeginIteration(TreeNode task, TreeNode iteration, string owner, int number)
    {
        var before = string.Create(CultureInfo.InvariantCulture, $"{owner}#{number - 1}");
        if (_continuing.Remove(owner, out var continued))
        {
            task.Detail = null;
        }
        else if (_tails.Remove(before, out var tail))
        {
            continued = tail.Continued;
            tail.Task.End(continued.Time, NodeState.Succeeded);
        }

        if (continued is not null)
        {
            iteration.Begin(continued.Time);
            iteration.Detail = continued.Target;
            _scopes.GetValueOrDefault(before)?.End(continued.Time, NodeState.Succeeded);
        }
    }

    /// <summary>The map's text without the frame that it is in and the element's number.</summary>
    private static string NameOf(MapStarted started)
    {
        var name = started.TaskId;
        var end = name.Length;
        while (end > 0 && name[end - 1] == ']' && name.LastIndexOf('[', end - 1) is > 0 and var open)
        {
            end = open;
        }

        var scope = started.Tasks is [var first, ..] ? TreePath.Of(first).Scope.Length : 0;
        return name[(scope == 0 ? 0 : scope + 1)..end];
    }
}
