using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading;

/// <summary>Types as text, written once for each compilation: most tasks of a project share a few types, and writing one costs more than all else that is read of a parameter.</summary>
internal sealed class TypeTexts
{
    private static readonly ConditionalWeakTable<Compilation, TypeTexts> Known = new();

    private readonly Dictionary<ITypeSymbol, (string Full, string Short)> _texts = new(SymbolEqualityComparer.IncludeNullability);

    public static TypeTexts Of(Compilation compilation) => Known.GetValue(compilation, static _ => new TypeTexts());

    /// <summary>With <c>global::</c>, and as a person writes it.</summary>
    public (string Full, string Short) this[ITypeSymbol type]
    {
        get
        {
            lock (_texts)
            {
                if (!_texts.TryGetValue(type, out var text))
                {
                    text = (type.ToDisplayString(TypeNames.Full), type.ToDisplayString(TypeNames.Short));
                    _texts.Add(type, text);
                }

                return text;
            }
        }
    }
}
