using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Reading.Payloads;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>Structs of another assembly have padding to clear and truth values to check as well.</summary>
public sealed class ForeignStructTests
{
    [Theory]
    [InlineData("public struct Line { public byte A; private bool _b; public long C { get; set; } }", "Line<A:byte,_b:bool,C:long>")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public struct Line { [System.Runtime.InteropServices.FieldOffset(4)] public int A; }", "Line<A:int>")]
    [InlineData("public struct Line { private Hidden _h; private enum Hidden { A } }", "")]
    [InlineData("public unsafe struct Line { public fixed int A[4]; }", "")]
    public void Their_fields_are_known_if_all_can_be_named(string declaration, string shape)
    {
        var library = Source.CompileAs("Structs", OutputKind.DynamicallyLinkedLibrary, declaration);
        var compilation = Source.Compile("public static class Root { public static Line Value; }").AddReferences(MetadataReference.CreateFromImage(Program.ImageOf(library)));
        var reading = PayloadGraph.Of(compilation).Read(((IFieldSymbol)compilation.GetTypeByMetadataName("Root")!.GetMembers("Value")[0]).Type);
        Assert.Empty(reading.Problems);
        Assert.NotEmpty(reading.Codecs);
        Assert.Equal(shape, WireShape.Of(reading.Codecs).TrimEnd('\n'));
    }
}
