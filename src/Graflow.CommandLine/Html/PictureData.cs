namespace Graflow.Html;

/// <summary>What the page's script draws from.</summary>
/// <param name="Dot">The flow as Graphviz text.</param>
/// <param name="Notes">What is known of tasks, by path.</param>
internal sealed record PictureData(string Dot, IReadOnlyDictionary<string, FlowNote> Notes);
