#pragma warning disable CS0612, CS0618
public static partial class Types
{
    [Task] public static string? Nullable(string? text) => text;
    [Task] public static int? NullableValue(int? number) => number;
    [Task] public static (int Count, string? Name) Tuple((int Count, List<string?> Names) pair) => (0, null);
    [Task] public static Dictionary<string, List<(int, string)>>? Generic(IReadOnlyList<KeyValuePair<string, int[]?>>? items) => null;
    [Task] public static int[][,] Arrays(string?[]?[] texts) => [];
    [Task] public static nint Native(nuint x) => 0;
    [Task] public static Nested.Deep InNested(Nested.Deep x) => x;
    [Task] public static Func<int, string> Delegates(Action action) => _ => "";
    [Task] public static Outcome<int> Outcomes(Outcome<string> outcome) => default;
    [Task] public static Unit Units(Unit unit) => unit;
    [Task] public static dynamic Dynamic(dynamic x) => x;
    [Task] public static int Extension(this string text) => text.Length;

    public sealed class Nested
    {
        public sealed record Deep;
    }
}

[Obsolete]
public sealed record Old;

public static partial class Obsolete
{
    [Task, Obsolete("Use New.")] public static Old Method(Old old) => old;
    [Task] public static Old OldTypes(Old old) => old;
}

#nullable disable
public static partial class Oblivious
{
    [Task] public static string Method(string text, List<string> texts) => text;
}
