namespace Graflow.Payloads.Tests.Vectors;

/// <summary>The C# value of a vector, named by the vector's type and expression.</summary>
internal abstract class VectorRow(string type, string value)
{
    public (string Type, string Value) Key => (type, value);

    /// <summary>The bytes that this library writes.</summary>
    public abstract byte[] Write();

    /// <summary>Asserts that these bytes are the value.</summary>
    public abstract void AssertReads(byte[] payload);
}
