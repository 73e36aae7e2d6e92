using System.Collections.Immutable;
using System.Text;
using Xunit;

namespace Graflow.Payloads.Tests.Vectors;

internal static partial class VectorTable
{
    private static IEnumerable<VectorRow> LibraryRows() => [.. Scalars(), .. Nullables(), .. Collections(), .. Tuples()];

    private static IEnumerable<VectorRow> Scalars() =>
    [
        Row("bool", "true", true),
        Row("byte", "(byte)200", (byte)200),
        Row("sbyte", "(sbyte)-3", (sbyte)-3),
        Row("short", "(short)-2", (short)-2),
        Row("int", "-1234567", -1234567),
        Row("long", "long.MinValue", long.MinValue),
        Row("ulong", "ulong.MaxValue", ulong.MaxValue),
        Row("char", "'あ'", 'あ'),
        Row("float", "1.5f", 1.5f),
        Row("double", "Math.PI", Math.PI),
        Row("decimal", "123.456m", 123.456m),
        Row("Half", "(Half)0.5", (Half)0.5),
        Row("Int128", "Int128.MaxValue", Int128.MaxValue),
        Row("string", "\"\"", ""),
        Row<string?>("string", "null", null),
        Row("string", "\"hello\"", "hello"),
        Row("string", "\"日本語🚀\"", "日本語🚀"),
        Row("Guid", "new Guid(\"00112233-4455-6677-8899-aabbccddeeff\")", new Guid("00112233-4455-6677-8899-aabbccddeeff")),
        Row("DateTime", "new DateTime(2026,11,21,1,2,3,DateTimeKind.Utc)", new DateTime(2026, 11, 21, 1, 2, 3, DateTimeKind.Utc)),
        Row("DateTimeOffset", "new DateTimeOffset(2026,11,21,1,2,3,TimeSpan.FromHours(9))", new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.FromHours(9))),
        Row("TimeSpan", "TimeSpan.FromSeconds(90)", TimeSpan.FromSeconds(90)),
        Row("DateOnly", "new DateOnly(2026,11,21)", new DateOnly(2026, 11, 21)),
        Row("TimeOnly", "new TimeOnly(23,59)", new TimeOnly(23, 59)),
        Row("Uri", "new Uri(\"https://example.com/a?b=c\")", new Uri("https://example.com/a?b=c")),
        Row("Version", "new Version(1,2,3,4)", new Version(1, 2, 3, 4)),
        Row("Version", "new Version(1,2)", new Version(1, 2)),
        Row("Rune", "new Rune('x')", new Rune('x')),
    ];

    private static IEnumerable<VectorRow> Nullables() =>
    [
        Row<int?>("int?", "null", null),
        Row<int?>("int?", "7", 7),
        Row<Guid?>("Guid?", "null", null),
    ];

    private static IEnumerable<VectorRow> Collections() =>
    [
        Row<int[]>("int[]", "[1,2,3]", [1, 2, 3]),
        Row<int[]?>("int[]", "null", null),
        Row<int[]>("int[]", "[]", []),
        Row<byte[]>("byte[]", "[1,2,255]", [1, 2, 255]),
        Row<string?[]>("string[]", "[\"a\",null!,\"b\"]", ["a", null, "b"]),
        Row<int[][]>("int[][]", "[[1],[2,3]]", [[1], [2, 3]]),
        Row<int?[]>("int?[]", "[1,null]", [1, null]),
        Row<List<int>>("List<int>", "[1,2]", [1, 2]),
        Row<List<string>>("List<string>", "[\"x\"]", ["x"]),
        Row<HashSet<int>>("HashSet<int>", "[5]", [5]),
        Row("Dictionary<string,int>", "{[\"a\"]=1,[\"b\"]=2}", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }),
        Row<IReadOnlyList<int>>("IReadOnlyList<int>", "[1,2] (as int[])", new[] { 1, 2 }),
        Row<IEnumerable<int>>("IEnumerable<int>", "[1,2] (as List<int>)", new List<int> { 1, 2 }),
        Row<IReadOnlyDictionary<string, int>>("IReadOnlyDictionary<string,int>", "{[\"a\"]=1}", new Dictionary<string, int> { ["a"] = 1 }),
        Row<ImmutableArray<int>>("ImmutableArray<int>", "[1,2]", [1, 2], static (expected, actual) => Assert.Equal(expected.AsEnumerable(), actual)),
        Row<ImmutableList<string>>("ImmutableList<string>", "[\"a\"]", ["a"]),
        Row("Queue<int>", "[1,2]", new Queue<int>([1, 2])),
        Row("Stack<int>", "push 1, push 2", new Stack<int>([1, 2])),
        Row("LinkedList<int>", "[1]", new LinkedList<int>([1])),
    ];

    private static IEnumerable<VectorRow> Tuples() =>
    [
        Row("(int,string)", "(1,\"a\")", (1, "a")),
        Row("(int,double)", "(1,2.0)", (1, 2.0)),
        Row("(byte,long)", "((byte)1,2L)", ((byte)1, 2L)),
        Row("KeyValuePair<string,int>", "new(\"k\",1)", new KeyValuePair<string, int>("k", 1)),
        Row("(int,string,bool,long,double,float,short,string)", "(1,\"a\",true,2,3,4,5,\"h\")", (1, "a", true, 2L, 3.0, 4f, (short)5, "h")),
    ];
}
