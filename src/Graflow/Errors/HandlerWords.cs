namespace Graflow;

/// <summary>What is said of a handler that is not there (GRF301). Compiled into the analyzers too, so that the build and the run say the same.</summary>
internal static class HandlerWords
{
    internal static string Unknown(string task, string handler, IEnumerable<string> known)
    {
        var names = known.OrderBy(static name => name, StringComparer.Ordinal).ToArray();
        var hint = EditDistance.Nearest(handler, names) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
        return $"{task} asks for the handler \"{handler}\", which is not registered; there are {string.Join(", ", names)}.{hint} Register it: new WorkflowEngine(o => o.Handlers.Add(\"{handler}\", …))";
    }
}
