namespace Graflow.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions(bool Quick, bool Json, bool Strict, string? Suite, string? Workload)
{
    public const string Usage = """
        dotnet run -c Release --project bench -- [options]
          --quick            few rounds; everything ends within a minute
          --json             one object a line instead of the table
          --strict           exit with 1 when a bound is missed
          --suite NAME       only that suite
          --workload NAME    only that workload
          --micro [...]      BenchmarkDotNet; what follows goes to it, e.g. --filter *Diamond*
        """;

    /// <exception cref="ArgumentException">An option is unknown, or lacks its value.</exception>
    public static BenchOptions Parse(string[] arguments)
    {
        var options = new BenchOptions(Quick: false, Json: false, Strict: false, Suite: null, Workload: null);
        for (var i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true },
                "--json" => options with { Json = true },
                "--strict" => options with { Strict = true },
                "--suite" => options with { Suite = ValueAt(arguments, ++i) },
                "--workload" => options with { Workload = ValueAt(arguments, ++i) },
                var other => throw new ArgumentException($"Unknown option {other}.\n{Usage}"),
            };
        }

        return options;
    }

    private static string ValueAt(string[] arguments, int index) =>
        index < arguments.Length ? arguments[index] : throw new ArgumentException($"{arguments[index - 1]} needs a name.\n{Usage}");
}
