namespace Graflow.Redis.Keys;

/// <summary>A run's id as it stands in keys: without the characters that separate a key's parts.</summary>
/// <param name="Text">The name, safe in a key.</param>
internal readonly record struct RunName(string Text)
{
    internal static RunName Of(string runId) => new(Uri.EscapeDataString(runId));

    internal string RunId => Uri.UnescapeDataString(Text);

    /// <summary>The name of one of the run's tasks among all tasks of the cell.</summary>
    /// <param name="path">The task's place in the run, such as <c>eu/Orders.Fetch[3]#2</c>.</param>
    internal string Task(string path) => $"{Text}/{path}";

    public override string ToString() => Text;
}
