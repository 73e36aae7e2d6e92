using Graflow.Html;

namespace Graflow;

/// <summary>Flows as pages that one can search, zoom and move. The same flow gives the same text; both methods may be called concurrently.</summary>
public static class HtmlExtensions
{
    extension(IExecutable flow)
    {
        /// <summary>The flow as one page that needs no network: Graphviz lies inside it (about 1.3 MB) and lays the flow out when the page is opened.</summary>
        /// <param name="title">The page's title; null means the flow as text.</param>
        /// <exception cref="FlowDefinitionException">The flow is null, as a static flow is that was not initialized yet (GRF103).</exception>
        public string ToHtml(string? title = null) => FlowPage.Write(flow.ToHtmlFragment(), title ?? flow.ToString() ?? "");

        /// <summary>The flow as a part of a page of your own.</summary>
        /// <param name="notes">What to say of tasks, by their path in the flow, such as <c>eu/Orders.Fetch</c>; null means nothing.</param>
        /// <exception cref="FlowDefinitionException">The flow is null, as a static flow is that was not initialized yet (GRF103).</exception>
        public FlowFragment ToHtmlFragment(IReadOnlyDictionary<string, FlowNote>? notes = null) => FlowPage.WriteFragment(flow.ToDot(), notes);
    }
}
