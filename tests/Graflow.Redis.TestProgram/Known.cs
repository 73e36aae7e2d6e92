using System.Reflection;

namespace Graflow.Redis.TestProgram;

/// <summary>Tasks that all builds know.</summary>
public static partial class Known
{
    [Task]
    public static IReadOnlyList<int> Numbers(int count) => [.. Enumerable.Range(0, count)];

    [Task]
    public static string Old(int number) => Assembly.GetEntryAssembly()!.GetName().Name!;
}
