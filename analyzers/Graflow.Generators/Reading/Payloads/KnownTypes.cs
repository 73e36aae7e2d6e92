using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Reading.Payloads;

/// <summary>The types that the library has codecs for.</summary>
internal static class KnownTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Concurrent = "System.Collections.Concurrent";
    private const string Immutable = "System.Collections.Immutable";
    private const string Frozen = "System.Collections.Frozen";
    private const string ObjectModel = "System.Collections.ObjectModel";

    /// <summary>Values that are checked when they are read, with the reader's method.</summary>
    private static readonly Dictionary<string, string> Checked = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "ReadBoolean",
        ["System.Decimal"] = "ReadDecimal",
        ["System.DateTime"] = "ReadDateTime",
        ["System.DateOnly"] = "ReadDateOnly",
        ["System.TimeOnly"] = "ReadTimeOnly",
        ["System.Text.Rune"] = "ReadRune",
    };

    /// <summary>Values of which any bits are one, with their size.</summary>
    private static readonly Dictionary<string, int> Plain = new(StringComparer.Ordinal)
    {
        ["System.Byte"] = 1,
        ["System.SByte"] = 1,
        ["System.Int16"] = 2,
        ["System.UInt16"] = 2,
        ["System.Char"] = 2,
        ["System.Half"] = 2,
        ["System.Int32"] = 4,
        ["System.UInt32"] = 4,
        ["System.Single"] = 4,
        ["System.Int64"] = 8,
        ["System.UInt64"] = 8,
        ["System.Double"] = 8,
        ["System.TimeSpan"] = 8,
    };

    /// <summary>Other values that are written by the registered codec.</summary>
    private static readonly HashSet<string> Registered = new(StringComparer.Ordinal)
    {
        "System.Guid", "System.Int128", "System.UInt128", "System.DateTimeOffset", "System.Numerics.Complex", "Graflow.Unit", "Graflow.TaskFailure",
        "System.Numerics.BigInteger", "System.Uri", "System.Version", "System.Globalization.CultureInfo", "System.TimeZoneInfo",
        "System.Text.StringBuilder", "System.Collections.BitArray", "System.Index", "System.Range",
        "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4", "System.Numerics.Quaternion", "System.Numerics.Plane", "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4",
    };

    /// <summary>Collections by name and arity; the codec's name is the type's with "Codec" behind it.</summary>
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        $"{Generic}.List`1", $"{Generic}.HashSet`1", $"{Generic}.SortedSet`1", $"{Generic}.Queue`1", $"{Generic}.Stack`1", $"{Generic}.LinkedList`1", $"{Generic}.PriorityQueue`2",
        $"{Generic}.Dictionary`2", $"{Generic}.SortedDictionary`2", $"{Generic}.SortedList`2",
        $"{Generic}.IEnumerable`1", $"{Generic}.ICollection`1", $"{Generic}.IList`1", $"{Generic}.ISet`1",
        $"{Generic}.IReadOnlyCollection`1", $"{Generic}.IReadOnlyList`1", $"{Generic}.IReadOnlySet`1",
        $"{Generic}.IDictionary`2", $"{Generic}.IReadOnlyDictionary`2",
        $"{ObjectModel}.Collection`1", $"{ObjectModel}.ObservableCollection`1", $"{ObjectModel}.ReadOnlyCollection`1", $"{ObjectModel}.ReadOnlyObservableCollection`1", $"{ObjectModel}.ReadOnlyDictionary`2",
        $"{Concurrent}.ConcurrentQueue`1", $"{Concurrent}.ConcurrentStack`1", $"{Concurrent}.ConcurrentBag`1", $"{Concurrent}.ConcurrentDictionary`2",
        $"{Immutable}.ImmutableArray`1", $"{Immutable}.ImmutableList`1", $"{Immutable}.ImmutableHashSet`1", $"{Immutable}.ImmutableSortedSet`1", $"{Immutable}.ImmutableQueue`1", $"{Immutable}.ImmutableStack`1",
        $"{Immutable}.IImmutableList`1", $"{Immutable}.IImmutableSet`1", $"{Immutable}.IImmutableQueue`1", $"{Immutable}.IImmutableStack`1",
        $"{Immutable}.ImmutableDictionary`2", $"{Immutable}.ImmutableSortedDictionary`2", $"{Immutable}.IImmutableDictionary`2",
        $"{Frozen}.FrozenSet`1", $"{Frozen}.FrozenDictionary`2",
        "System.Memory`1", "System.ReadOnlyMemory`1", "System.ArraySegment`1", "System.Buffers.ReadOnlySequence`1",
        "System.Linq.ILookup`2", "System.Linq.IGrouping`2", "System.Lazy`1",
    };

    public static string? CheckedReader(string name) => Checked.TryGetValue(name, out var method) ? method : null;

    public static int? PlainSize(string name) => Plain.TryGetValue(name, out var size) ? size : null;

    public static bool IsRegistered(string name) => Registered.Contains(name);

    public static bool IsCollection(INamedTypeSymbol type) => type.Arity is 1 or 2 && Collections.Contains($"{NameOf(type)}`{(type.Arity == 1 ? "1" : "2")}");

    /// <summary>Namespace and name, without arity.</summary>
    public static string NameOf(ITypeSymbol type) => type.ContainingType is null && NamespaceOf(type.ContainingNamespace) is { Length: > 0 } @namespace
        ? $"{@namespace}.{type.Name}"
        : type.Name;

    private static string NamespaceOf(INamespaceSymbol? symbol) => symbol switch
    {
        null or { IsGlobalNamespace: true } => "",
        { ContainingNamespace: { IsGlobalNamespace: false } outer } => $"{NamespaceOf(outer)}.{symbol.Name}",
        _ => symbol.Name,
    };
}
