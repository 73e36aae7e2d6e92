namespace Graflow.Generators.Models.Payloads;

/// <summary>Why a value cannot leave the process.</summary>
internal enum PayloadProblemKind
{
    /// <summary>A function: its code and what it captured stay here.</summary>
    Delegate,

    /// <summary>A stream, reader, writer or pipe.</summary>
    Stream,

    /// <summary>Work that runs here, or values that are still to come.</summary>
    Task,

    /// <summary>A cancellation token or its source.</summary>
    CancellationToken,

    /// <summary>A connection, handle or other thing that belongs to this process.</summary>
    Resource,

    /// <summary>A pointer.</summary>
    Pointer,

    /// <summary>A ref struct, which cannot leave the stack.</summary>
    RefStruct,

    /// <summary><c>object</c> or <c>dynamic</c>, which may be anything.</summary>
    Object,

    /// <summary>An interface or abstract class without a union that lists what it may be.</summary>
    OpenType,

    /// <summary>An array of more than one dimension.</summary>
    MultiDimensionalArray,

    /// <summary>More members than a payload's header can count.</summary>
    TooManyMembers,

    /// <summary>No constructor that the reader can call.</summary>
    NoConstructor,

    /// <summary>A type whose values contain themselves without end.</summary>
    Cycle,

    /// <summary>A member that would be written and could not be read back.</summary>
    Unsettable,

    /// <summary>A type that generated code cannot name.</summary>
    Inaccessible,

    /// <summary>A type of a library that keeps its state to itself.</summary>
    Opaque,

    /// <summary>A union, order or other attribute that contradicts itself.</summary>
    Attribute,
}
