namespace Graflow.Generators.Reading.Payloads;

/// <summary>What a type is in a payload, seen from outside.</summary>
internal enum PayloadShape
{
    /// <summary>Does not exist; the compiler says so.</summary>
    Missing,

    /// <summary>Cannot be one; see <see cref="ForbiddenTypes"/>.</summary>
    Forbidden,

    /// <summary>The library knows it without registration.</summary>
    Known,

    /// <summary>An enum, or a struct of the framework that is its memory.</summary>
    Memory,

    Nullable,

    /// <summary>What a tolerant group yields for a branch.</summary>
    Outcome,
    Array,
    Collection,

    /// <summary>A <c>KeyValuePair</c> or a <c>System.Tuple</c>.</summary>
    Pair,

    /// <summary>A <c>ValueTuple</c> with references in it.</summary>
    Tuple,

    /// <summary>A struct or tuple without references.</summary>
    Struct,

    Union,

    /// <summary>An interface or abstract class without union.</summary>
    Open,

    /// <summary>A collection class that is the user's own.</summary>
    OwnCollection,

    Object,
}
