namespace Graflow.Generators.Models.Payloads;

/// <summary>How a member gets the value that was read.</summary>
internal enum MemberSetting
{
    /// <summary>It is computed: it is written as MemoryPack does, and dropped when it is read.</summary>
    None,

    /// <summary>A constructor's parameter.</summary>
    Constructor,

    /// <summary>Assigned at any time.</summary>
    Assign,

    /// <summary>Assigned in the object initializer; afterwards by the accessor.</summary>
    Initialize,

    /// <summary>By the accessor only.</summary>
    Accessor,
}
