using Microsoft.CodeAnalysis;
using Xunit;

namespace Graflow.Generators.Tests.Payloads;

/// <summary>Types that another assembly declares, where private members cannot be seen.</summary>
public sealed class CrossAssemblyTests
{
    private const string Library = """
        namespace Contracts;

        public sealed record Order(int Id, Customer? Customer) { public string Note { get; init; } = "none"; }
        public class Customer { public Customer(string name) => Name = name; public string Name { get; } public int Age { get; private set; } public List<string> Tags { get; } = []; internal int Hidden { get; set; } public void Grow(int age) => Age = age; }
        public struct Span { public long From; private byte _kind; public byte Kind { readonly get => _kind; set => _kind = value; } }
        public class Handle : IDisposable { public int Id { get; set; } public void Dispose() { } }
        public class Page<T> { public T[] Items { get; protected set; } = []; public static Page<T> Of(params T[] items) => new() { Items = items }; }
        [Union(0, typeof(Circle))] public interface IShape; public sealed record Circle(int R) : IShape;
        public enum Level { Low, High }
        """;

    [Fact]
    public async Task They_come_back_with_all_that_they_hold()
    {
        var reference = await ReferenceAsync();
        var name = "Test_Contracts";
        var source = $$"""
            using Contracts;

            public static partial class {{name}}
            {
                [Task] public static Page<Order> A(Order order, Dictionary<Level, IShape> shapes, Contracts.Span span) => throw new NotSupportedException();

                public static Task<string> Run()
                {
                    var customer = new Customer("Ada");
                    customer.Grow(36);
                    customer.Tags.Add("t");
                    var page = Again(Page<Order>.Of(new Order(1, customer) { Note = "n" }, new Order(2, null)));
                    var shape = Again(new Dictionary<Level, IShape> { [Level.High] = new Circle(3) })[Level.High];
                    var span = Again(new Contracts.Span { From = 7, Kind = 8 });
                    return Task.FromResult($"{page.Items[0]} {page.Items[0].Customer!.Name} {page.Items[0].Customer!.Age} {page.Items[0].Customer!.Tags[0]} {page.Items[1]} {shape} {span.From} {span.Kind}".Replace("Contracts.", ""));
                }

                private static T Again<T>(T value) => PayloadSerializer.Deserialize<T>(PayloadSerializer.Serialize(value));
            }
            """;
        var compilation = Source.CompileAs("Cross.Assembly", OutputKind.DynamicallyLinkedLibrary, source).AddReferences(reference);
        var assembly = Program.Load(compilation);
        var text = await (Task<string>)assembly.GetType(name)!.GetMethod("Run")!.Invoke(null, null)!;
        Assert.Equal("Order { Id = 1, Customer = Customer, Note = n } Ada 36 t Order { Id = 2, Customer = , Note = none } Circle { R = 3 } 7 8", text);
        Assert.Empty(Source.ProblemsOf(Source.Generate(compilation).Output));
    }

    [Fact]
    public async Task A_disposable_type_of_a_package_is_a_resource()
    {
        var compilation = Source.Compile("public static class Root { public static Contracts.Handle Value = new(); }").AddReferences(await ReferenceAsync());
        var type = ((IFieldSymbol)compilation.GetTypeByMetadataName("Root")!.GetMembers("Value")[0]).Type;
        var problem = Assert.Single(Graflow.Generators.Reading.Payloads.PayloadGraph.Of(compilation).Read(type).Problems);
        Assert.Equal(Graflow.Generators.Models.Payloads.PayloadProblemKind.Resource, problem.Kind);
    }

    private static Task<MetadataReference> ReferenceAsync()
    {
        var image = Program.ImageOf(Source.CompileAs("Contracts", OutputKind.DynamicallyLinkedLibrary, Library));
        if (!AppDomain.CurrentDomain.GetAssemblies().Any(static assembly => assembly.GetName().Name == "Contracts"))
        {
            System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(image));
        }

        return Task.FromResult<MetadataReference>(MetadataReference.CreateFromImage(image));
    }
}
