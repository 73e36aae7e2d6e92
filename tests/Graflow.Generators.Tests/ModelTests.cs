using System.Reflection;
using Graflow.Generators.Models;
using Graflow.Generators.Models.Payloads;
using Xunit;

namespace Graflow.Generators.Tests;

/// <summary>What leaves a transform is compared by value and keeps no compilation alive.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Models =
    [
        .. typeof(TaskModel).Assembly.GetTypes().Where(type => (type.Namespace == typeof(TaskModel).Namespace || type.Namespace == typeof(CodecModel).Namespace) && !type.IsEnum && !type.Name.StartsWith("EquatableArray", StringComparison.Ordinal) && !type.IsNested),
    ];

    [Fact]
    public void Models_hold_values_only()
    {
        var fields = from model in Models
                     from field in model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                     where !IsValue(field.FieldType)
                     select $"{model.Name}.{field.Name}: {field.FieldType}";
        Assert.NotEmpty(Models);
        Assert.Empty(fields);
    }

    [Fact]
    public void Models_are_sealed_records() =>
        Assert.Empty(Models.Where(model => !model.IsSealed || model.GetMethod("<Clone>$") is null).Select(model => model.Name));

    [Fact]
    public void Arrays_with_equal_elements_are_equal()
    {
        var (one, same, other) = (new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["b", "a"]));
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.Equal(new EquatableArray<string>([]), default);
    }

    private static bool IsValue(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || Models.Contains(type)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(EquatableArray<>) || type.GetGenericTypeDefinition() == typeof(Nullable<>)) && IsValue(type.GetGenericArguments()[0]));
}
