using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Kept;

/// <summary>
/// All that a file of a project can see of what is around it: the visible parts of all files, the references and the options. While that stays as it was,
/// every declaration and every body of a file that stayed as it was means what it meant, whatever somebody types into bodies elsewhere.
/// </summary>
internal sealed class VisibleSource
{
    private static readonly ConditionalWeakTable<Compilation, VisibleSource> Known = new();

    private readonly ImmutableArray<VisibleFile> _files;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly string? _assembly;

    /// <summary>Shared by those that were found to be the same: one object instead of a chain of all that ever were.</summary>
    private object _identity = new();

    private object? _different;

    private VisibleSource(Compilation compilation)
    {
        _files = [.. compilation.SyntaxTrees.Select(VisibleFile.Of)];
        _references = [.. compilation.References];
        _options = compilation.Options;
        _assembly = compilation.AssemblyName;
    }

    public static VisibleSource Of(Compilation compilation) => Known.GetValue(compilation, static compilation => new VisibleSource(compilation));

    public bool IsSameAs(VisibleSource other)
    {
        var identity = other._identity;
        if (ReferenceEquals(_identity, identity))
        {
            return true;
        }

        if (ReferenceEquals(_different, identity))
        {
            return false;
        }

        if (Compare(other))
        {
            _identity = identity;
            return true;
        }

        _different = identity;
        return false;
    }

    private bool Compare(VisibleSource other)
    {
        if (_files.Length != other._files.Length || _assembly != other._assembly || !_options.Equals(other._options) || !_references.SequenceEqual(other._references))
        {
            return false;
        }

        for (var i = 0; i < _files.Length; i++)
        {
            if (!_files[i].IsSameAs(other._files[i]))
            {
                return false;
            }
        }

        return true;
    }
}
