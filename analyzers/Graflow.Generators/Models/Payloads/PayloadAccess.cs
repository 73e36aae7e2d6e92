namespace Graflow.Generators.Models.Payloads;

/// <summary>How a codec writes a value of another type.</summary>
internal enum PayloadAccess
{
    /// <summary>As memory; any bits are a value.</summary>
    Unmanaged,

    /// <summary>As memory that is checked when it is read, such as <c>bool</c>.</summary>
    Checked,

    /// <summary>A string.</summary>
    String,

    /// <summary>By a static call of a codec that this assembly's generator wrote.</summary>
    Generated,

    /// <summary>By an instance of one of the library's generic codecs.</summary>
    Library,

    /// <summary>By the codec that is registered for the type.</summary>
    Registered,
}
