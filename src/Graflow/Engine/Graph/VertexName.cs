namespace Graflow.Engine;

/// <summary>What a vertex is called in its plan; put into words when somebody asks, since most joins are never named.</summary>
internal sealed class VertexName
{
    private readonly string _path;
    private readonly object _source;
    private readonly string _suffix;

    private VertexName(string path, object source, string suffix)
    {
        _path = path;
        _source = source;
        _suffix = suffix;
    }

    /// <param name="path">The names given by <c>As</c>, joined.</param>
    /// <param name="name">A task's id, or what the user called a group.</param>
    internal static VertexName Given(string path, string name) => new(path, name, "");

    /// <param name="path">The names given by <c>As</c>, joined.</param>
    /// <param name="source">Describes the expression that the vertex stands for by its <see cref="object.ToString"/>.</param>
    /// <param name="suffix">What was done to it, such as <c>.Select</c>.</param>
    internal static VertexName Described(string path, object source, string suffix = "") => new(path, source, suffix);

    public override string ToString()
    {
        var name = $"{_source}{_suffix}";
        return _path.Length == 0 ? name : $"{_path}/{name}";
    }
}
