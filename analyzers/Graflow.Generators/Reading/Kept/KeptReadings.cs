using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Kept;

/// <summary>What was read of a node, for as long as the node and all that it can see stay as they were. The compiler asks again for each node of a project at each keystroke.</summary>
/// <typeparam name="T">A value without symbols, which belong to one compilation.</typeparam>
internal sealed class KeptReadings<T>
{
    private readonly ConditionalWeakTable<SyntaxNode, Slot> _slots = new();

    public T Of(SyntaxNode node, Compilation compilation, Func<T> read)
    {
        var source = VisibleSource.Of(compilation);
        var slot = _slots.GetValue(node, static _ => new Slot());
        if (slot.Last is not { } last || !source.IsSameAs(last.Source))
        {
            last = new Reading(source, read());
        }
        else if (!ReferenceEquals(source, last.Source))
        {
            last = new Reading(source, last.Value);
        }

        slot.Last = last;
        return last.Value;
    }

    private sealed class Slot
    {
        public Reading? Last { get; set; }
    }

    /// <param name="Source">The newest that is the same, so that older ones can go.</param>
    /// <param name="Value">What was read.</param>
    private sealed record Reading(VisibleSource Source, T Value);
}
