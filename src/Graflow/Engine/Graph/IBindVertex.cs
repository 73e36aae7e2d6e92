using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>A fixed input, whatever its type.</summary>
internal interface IBindVertex
{
    /// <exception cref="NotSerializableException">The value's type has no codec, or the value is of a type that a payload cannot tell.</exception>
    void Write(ref PayloadWriter writer);
}
