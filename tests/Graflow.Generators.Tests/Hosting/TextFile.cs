using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Graflow.Generators.Tests.Hosting;

/// <summary>A file that a project hands to analyzers.</summary>
internal sealed class TextFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
