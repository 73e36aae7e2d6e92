using System.Globalization;
using System.Text;
using Graflow.Tree;

namespace Graflow.History;

/// <summary>Writes a tree as lines, such as <c>├─ ✓ Shop.Total  1.1 s, 2 attempts</c>.</summary>
/// <param name="now">For what still runs; null for a run that nobody drives, where nothing does.</param>
/// <param name="isFull">Whether every line is written, or of many that are alike only the first and the last.</param>
internal sealed class TreeText(DateTimeOffset? now, bool isFull)
{
    // Of a long list, so many are shown at its beginning and at its end.
    private const int Shown = 10;

    // Deeper lines say that there is more: what nests without end must not be written without end.
    private const int MaxDepth = 64;

    private readonly StringBuilder _text = new();

    internal static string Of(EventTree tree, DateTimeOffset? now, bool isFull)
    {
        var text = new TreeText(now, isFull);
        text.WriteChildren(tree.Root, "", depth: 0);
        return text._text.ToString();
    }

    private void WriteChildren(TreeNode node, string indent, int depth)
    {
        if (depth == MaxDepth)
        {
            _text.Append(indent).Append("└─ …\n");
            return;
        }

        var children = node.Children;
        for (var i = 0; i < children.Count; i++)
        {
            var run = isFull || i < Shown ? 0 : LengthOfAlike(children, i, children.Count - Shown);
            if (run > 1)
            {
                _text.Append(CultureInfo.InvariantCulture, $"{indent}├─ {GlyphOf(children[i].State)} … {Wording.Of(run)} more\n");
                i += run - 1;
                continue;
            }

            var isLast = i == children.Count - 1;
            _text.Append(indent).Append(isLast ? "└─ " : "├─ ").Append(LineOf(children[i])).Append('\n');
            WriteChildren(children[i], indent + (isLast ? "   " : "│  "), depth + 1);
        }
    }

    private static int LengthOfAlike(IReadOnlyList<TreeNode> nodes, int start, int end)
    {
        var i = start;
        while (i < end && nodes[i].State == nodes[start].State && nodes[i].State is NodeState.Succeeded or NodeState.Skipped or NodeState.Cancelled or NodeState.Pending or NodeState.Noted)
        {
            i++;
        }

        return i - start;
    }

    private string LineOf(TreeNode node)
    {
        var state = node.State;
        string?[] details =
        [
            TimeOf(node, state),
            node.Attempt > 1 ? string.Create(CultureInfo.InvariantCulture, $"{(state == NodeState.Running ? "attempt " : "")}{node.Attempt}{(state == NodeState.Running ? "" : " attempts")}") : null,
            node.Iterations > 0 ? string.Create(CultureInfo.InvariantCulture, $"{node.Iterations + 1} iterations") : null,
            node.Detail is { } detail ? Wording.OneLine(detail) : null,
        ];
        var said = string.Join(", ", details.OfType<string>());
        var glyph = state == NodeState.Noted || node is { HasState: false, Label: "channel" or "signals" } ? "" : GlyphOf(state) + " ";
        return said.Length == 0 ? glyph + Wording.OneLine(node.Label) : $"{glyph}{Wording.OneLine(node.Label)}  {said}";
    }

    private string? TimeOf(TreeNode node, NodeState state) => state switch
    {
        NodeState.Running when now is null => "was under way",
        NodeState.Running when node.StartedAt is { } start => $"for {Wording.Of(now.Value - start)}",
        NodeState.Retrying when node.DueAt is { } due => $"next attempt {Due(due)}",
        NodeState.Waiting => (now is { } time && node.StartedAt is { } since ? $"waits for {Wording.Of(time - since)}" : "waits") + (node.DueAt is { } due ? $", until {due:u}" : ""),
        NodeState.Cancelled when node.StartedAt is { } start && node.EndedAt is { } end => $"cancelled after {Wording.Of(end - start)}",
        NodeState.Failed when node.StartedAt is { } start && node.EndedAt is { } end => $"failed after {Wording.Of(end - start)}",
        NodeState.Skipped => "skipped",
        _ when node.StartedAt is { } start && node.EndedAt is { } end => Wording.Of(end - start),
        _ => null,
    };

    private string Due(DateTimeOffset due) => now is { } time && due > time ? $"in {Wording.Of(due - time)}" : $"at {due:u}";

    private static string GlyphOf(NodeState state) => state switch
    {
        NodeState.Running => "▶",
        NodeState.Retrying => "↻",
        NodeState.Waiting => "⧖",
        NodeState.Succeeded => "✓",
        NodeState.Failed => "✗",
        NodeState.Skipped => "↷",
        NodeState.Cancelled => "■",
        _ => "·",
    };
}
