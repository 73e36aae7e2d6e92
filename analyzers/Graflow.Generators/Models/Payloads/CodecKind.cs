namespace Graflow.Generators.Models.Payloads;

/// <summary>What a codec writes.</summary>
internal enum CodecKind
{
    /// <summary>A count of members, then each of them.</summary>
    Object,

    /// <summary>The members alone.</summary>
    Tuple,

    /// <summary>A tag, then the value as what the tag says.</summary>
    Union,

    /// <summary>A count of elements, then each of them, of a collection class that is the user's own.</summary>
    Collection,

    /// <summary>A struct's memory; the members are its fields.</summary>
    Unmanaged,

    /// <summary>One of the library's generic codecs, which is only registered.</summary>
    Library,
}
