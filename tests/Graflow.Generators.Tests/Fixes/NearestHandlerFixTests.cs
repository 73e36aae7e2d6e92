using Graflow.CodeFixes;
using Xunit;

namespace Graflow.Generators.Tests.Fixes;

public sealed class NearestHandlerFixTests
{
    [Fact]
    public Task The_nearest_name_is_asked_for() => Fixing<NearestHandlerFix>.ExpectAsync(
        "GRF301",
        """public static partial class Models { [Task(Handler = "dokcer", Priority = 1)] public static int Train(int x) => x; }""",
        """public static partial class Models { [Task(Handler = "docker", Priority = 1)] public static int Train(int x) => x; }""",
        "Ask for \"docker\"");

    [Fact]
    public Task All_of_them_at_once() => Fixing<NearestHandlerFix>.ExpectAllAsync(
        "GRF301",
        """public static partial class Models { [Task(Handler = "dokcer")] public static int Train(int x) => x; public static IExecutable F => Tasks.Train.With(o => o.Handler = "proces"); }""",
        """public static partial class Models { [Task(Handler = "docker")] public static int Train(int x) => x; public static IExecutable F => Tasks.Train.With(o => o.Handler = "process"); }""");

    [Fact]
    public Task A_name_that_resembles_none_is_left_to_a_person() => Fixing<NearestHandlerFix>.ExpectNoneAsync(
        "GRF301",
        """public static partial class Models { [Task(Handler = "quantum-computer")] public static int Train(int x) => x; }""");
}
