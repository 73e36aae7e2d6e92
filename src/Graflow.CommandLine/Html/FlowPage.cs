using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graflow.Html;

/// <summary>
/// Writes pages. Their content security policy names the hashes of their own scripts and styles and allows nothing else:
/// no request leaves the page, and no name of a task could run as a script.
/// </summary>
internal static partial class FlowPage
{
    internal static FlowFragment WriteFragment(string dot, IReadOnlyDictionary<string, FlowNote>? notes)
    {
        var data = JsonSerializer.Serialize(new PictureData(dot, notes ?? new Dictionary<string, FlowNote>()), PictureJson.Default.PictureData);
        return new FlowFragment(Fill(PageAsset.Markup, new() { ["data"] = data }), PageAsset.Style, [PageAsset.Viz, PageAsset.Script]);
    }

    internal static string Write(FlowFragment fragment, string title)
    {
        var style = PageAsset.PageStyle + fragment.Style;
        return Fill(PageAsset.Page, new()
        {
            ["policy"] = $"default-src 'none'; script-src {string.Join(' ', fragment.Scripts.Select(Hash))} 'wasm-unsafe-eval'; style-src {Hash(style)}; base-uri 'none'; form-action 'none'",
            ["title"] = HtmlEncoder.Default.Encode(title),
            ["style"] = style,
            ["picture"] = fragment.Markup,
            ["scripts"] = string.Concat(fragment.Scripts.Select(static script => $"<script>{script}</script>\n")),
        });
    }

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    // One pass over the template: what fills a slot is not looked at again, so a name cannot open a slot of its own.
    private static string Fill(string template, Dictionary<string, string> slots) => Slot().Replace(template, slot => slots[slot.Groups[1].Value]);

    [GeneratedRegex(@"\{\{([a-z]+)\}\}")]
    private static partial Regex Slot();
}
