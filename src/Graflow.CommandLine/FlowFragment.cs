namespace Graflow;

/// <summary>A picture of a flow as parts of a page: put all of them into one page, once. They refer to nothing outside of it.</summary>
/// <param name="Markup">The picture's element with its data, for the body. Give the element <c>#graflow-picture</c> a height.</param>
/// <param name="Style">The content of a style element.</param>
/// <param name="Scripts">The contents of script elements, in this order, after the markup. A content security policy can name them by their hashes; it must allow <c>'wasm-unsafe-eval'</c>.</param>
public sealed record FlowFragment(string Markup, string Style, IReadOnlyList<string> Scripts);
