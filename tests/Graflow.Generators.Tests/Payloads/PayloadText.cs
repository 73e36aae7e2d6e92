using Graflow.Generators.Emitting.Payloads;
using Graflow.Generators.Models.Payloads;
using Graflow.Generators.Reading.Payloads;
using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>Reads the type of the field <c>Root.Value</c> in a source as a payload.</summary>
internal static class PayloadText
{
    /// <summary>Attributes as MemoryPack declares them, which are known by their names.</summary>
    public const string MemoryPack = """
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public sealed class MemoryPackUnionAttribute(ushort tag, Type type) : Attribute { public ushort Tag => tag; public Type Type => type; }
        public sealed class MemoryPackOrderAttribute(int order) : Attribute { public int Order => order; }
        public sealed class MemoryPackIgnoreAttribute : Attribute;
        public sealed class MemoryPackIncludeAttribute : Attribute;
        public sealed class MemoryPackConstructorAttribute : Attribute;
        public enum GenerateType { Object, VersionTolerant, CircularReference, Collection, NoGenerate }
        public sealed class MemoryPackableAttribute(GenerateType mode = GenerateType.Object) : Attribute { public GenerateType Mode => mode; }
        public abstract class MemoryPackCustomFormatterAttribute : Attribute;
        public sealed class BrotliFormatterAttribute : MemoryPackCustomFormatterAttribute;
        """;

    public static PayloadReadingModel Read(string type, string declarations = "")
    {
        var compilation = Source.Compile($"public static unsafe class Root {{ public static {type} Value = default!; }}\n{declarations}", MemoryPack);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var field = (Microsoft.CodeAnalysis.IFieldSymbol)compilation.GetTypeByMetadataName("Root")!.GetMembers("Value")[0];
        return PayloadGraph.Of(compilation).Read(field.Type);
    }

    /// <summary>The wire shape of a type without problems.</summary>
    public static string[] ShapeOf(string type, string declarations = "")
    {
        var reading = Read(type, declarations);
        Assert.Empty(reading.Problems);
        return WireShape.Of(reading.Codecs).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Each problem as <c>Kind Path: Type</c>; there are no codecs then.</summary>
    public static string[] ProblemsOf(string type, string declarations = "")
    {
        var reading = Read(type, declarations);
        Assert.Empty(reading.Codecs);
        Assert.All(reading.Problems, problem => Assert.NotEmpty(problem.Reason));
        return [.. reading.Problems.Select(problem => $"{problem.Kind} {problem.Path}: {problem.Type}")];
    }
}
