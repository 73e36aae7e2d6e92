using Xunit;

namespace Graflow.Tests.Conventions;

/// <summary>The framework calls <see cref="IAsyncLifetime"/> and <see cref="IDisposable"/> of test classes and of their fixtures, and nothing else.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public void What_tests_dispose_of_asynchronously_is_disposed_of_by_IAsyncLifetime()
    {
        var types = typeof(LifetimeTests).Assembly.GetTypes();
        var forgotten = types.Where(IsTestClass).Concat(types.SelectMany(FixturesOf)).Where(static type => typeof(IAsyncDisposable).IsAssignableFrom(type) && !typeof(IAsyncLifetime).IsAssignableFrom(type));

        Assert.Empty(forgotten.Distinct().Select(static type => type.FullName));
    }

    private static bool IsTestClass(Type type) => Array.Exists(type.GetMethods(), static method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static IEnumerable<Type> FixturesOf(Type type) => type.GetInterfaces()
        .Where(static contract => contract.IsGenericType && contract.GetGenericTypeDefinition() is var kind && (kind == typeof(IClassFixture<>) || kind == typeof(ICollectionFixture<>)))
        .Select(static contract => contract.GenericTypeArguments[0]);
}
