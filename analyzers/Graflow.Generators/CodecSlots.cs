using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators;

/// <summary>Gives each codec a place by its type's name. The compiler compares the items of a step by their positions: in a list, one that comes or goes would redo all behind it.</summary>
internal static class CodecSlots
{
    private const int Count = 1024;

    /// <summary>A fixed number of slots, most of them empty; few hold more than one codec.</summary>
    public static IEnumerable<EquatableArray<CodecModel>> Of(EquatableArray<CodecModel> codecs)
    {
        var slots = codecs.Where(CodecEmitter.HasFile).ToLookup(static codec => (int)(CodecNames.HashOf(codec.Type.Type) % Count));
        return Enumerable.Range(0, Count).Select(slot => slots[slot].ToEquatableArray());
    }
}
