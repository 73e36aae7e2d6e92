namespace Graflow.TestProgram;

/// <summary>The services of the program: a greeting, and nothing else.</summary>
public sealed class Greetings : IServiceProvider
{
    public string Hello { get; } = "Hello from the child";

    public object? GetService(Type serviceType) => serviceType == typeof(Greetings) ? this : null;
}
