using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Reads a method's XML summary, so that IntelliSense shows on the node what the task does.</summary>
internal static class SummaryReader
{
    /// <summary>A node has no parameters to refer to, and a name that is nowhere found stays text.</summary>
    private static readonly Regex UnusableReference = new("<(?:param|typeparam)ref name=\"([^\"]*)\" ?/>|<see cref=\"!:([^\"]*)\" ?/>");

    /// <returns>The summary's inner XML; null where there is none or it is not well-formed.</returns>
    public static string? Read(IMethodSymbol method, CancellationToken ct)
    {
        if (!HasComment(method, ct) || method.GetDocumentationCommentXml(cancellationToken: ct) is not { Length: > 0 } xml)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
            return reader.ReadToFollowing("summary") && OneSpace(reader.ReadInnerXml()) is { Length: > 0 } summary && !summary.Contains("<include")
                ? UnusableReference.Replace(summary, "<c>$1$2</c>")
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool HasComment(IMethodSymbol method, CancellationToken ct) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(ct).HasStructuredTrivia);

    private static string OneSpace(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            result.Append(result.Length > 0 && line.Trim().Length > 0 ? " " : "").Append(line.Trim());
        }

        return result.ToString();
    }
}
