using System.ComponentModel;
using System.Globalization;

namespace Graflow.CompilerServices;

/// <summary>What payloads look like: a line for each type that has a name of its own, such as <c>Shop.Order(Id:int,Lines:[Shop.Line])</c>. Two versions of a program that agree on these read each other's payloads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadShapes
{
    /// <summary>Before the name of a type that has no codec.</summary>
    internal const char Unknown = '?';

    private readonly Dictionary<Type, string> _known = [];
    private readonly Dictionary<string, NotSerializableException> _problems = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _lines = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, char Open, string Close, Func<PayloadShape, PayloadShape> Parts)> _pending = new();

    internal PayloadShapes()
    {
    }

    /// <summary>The lines of all types that were asked for and of those that they reach, by their names in ordinal order.</summary>
    internal IReadOnlyDictionary<string, string> Lines
    {
        get
        {
            // A type's parts are looked at after it, not within it: types that hold themselves end, and long chains of them take no stack.
            while (_pending.TryDequeue(out var type))
            {
                _lines[type.Name] = type.Name + Text(type.Open, type.Close, type.Parts);
            }

            return _lines;
        }
    }

    /// <summary>Why types have no codec, by what stands for them.</summary>
    internal IReadOnlyDictionary<string, NotSerializableException> Problems => _problems;

    /// <summary>An object: a count of members, then each of them.</summary>
    /// <param name="name">The type as shapes name it.</param>
    /// <param name="members">Adds the members in the order of the payload.</param>
    /// <returns>What stands for the type where a value has it.</returns>
    public string AddObject(string name, Func<PayloadShape, PayloadShape> members) => Add(name, '(', ")", members);

    /// <summary>A struct that is its memory.</summary>
    /// <inheritdoc cref="AddObject"/>
    public string AddStruct(string name, Func<PayloadShape, PayloadShape> members) => Add(name, '<', ">", members);

    /// <summary>One of several types, each with its tag.</summary>
    /// <inheritdoc cref="AddObject"/>
    public string AddUnion(string name, Func<PayloadShape, PayloadShape> members) => Add(name, '|', "", members);

    /// <summary>A collection with a name of its own.</summary>
    /// <inheritdoc cref="AddObject"/>
    public string AddCollection<T>(string name) => Add(name, '[', "]", static shape => shape.Part<T>());

    /// <summary>Values one after the other, which have no name of their own.</summary>
    /// <param name="parts">Adds the values in the order of the payload.</param>
    public string TupleOf(Func<PayloadShape, PayloadShape> parts) => Text('(', ")", parts);

    /// <summary>The memory of values side by side, which have no name of their own.</summary>
    /// <param name="parts">Adds the values in the order of their declaration.</param>
    public string MemoryOf(Func<PayloadShape, PayloadShape> parts) => Text('<', ">", parts);

    /// <returns>What stands for the type; its name after a question mark where it has no codec.</returns>
    internal string Of<T>()
    {
        if (!_known.TryGetValue(typeof(T), out var text))
        {
            try
            {
                text = PayloadCodec<T>.Default.Describe(this);
            }
            catch (NotSerializableException problem)
            {
                text = $"{Unknown}{NameOf(typeof(T))}";
                _problems[text] = problem;
            }

            _known[typeof(T)] = text;
        }

        return text;
    }

    /// <summary>An enum: what its numbers are called, lowest first. The framework's stay as they are.</summary>
    internal string Enum(Type type, string underlying)
    {
        var name = NameOf(type);
        if (!IsFramework(type) && !_lines.ContainsKey(name))
        {
            var values = System.Enum.GetValuesAsUnderlyingType(type).Cast<IConvertible>().Select(static value => value.ToDecimal(provider: null));
            var named = System.Enum.GetNames(type).Zip(values, static (name, value) => (Name: name, Value: value)).OrderBy(static value => value.Value).ThenBy(static value => value.Name, StringComparer.Ordinal);
            _lines.Add(name, $"{name}:{underlying}{{{string.Join(",", named.Select(static value => string.Create(CultureInfo.InvariantCulture, $"{value.Name}:{value.Value}")))}}}");
        }

        return name;
    }

    /// <summary>With the namespace, except for the framework's.</summary>
    internal static string NameOf(Type type) => IsFramework(type) || type == typeof(Unit) ? TypeText.Of(type) : type.ToString().Replace('+', '.');

    /// <summary>A struct that nobody described: its size is all that can be compared.</summary>
    internal static string OfMemory(Type type, int size) => IsFramework(type) || type == typeof(Unit)
        ? TypeText.Of(type)
        : string.Create(CultureInfo.InvariantCulture, $"{NameOf(type)}#{size}");

    private static bool IsFramework(Type type) => !type.IsArray && !type.IsGenericType && type.Namespace is { } space && (space == nameof(System) || space.StartsWith("System.", StringComparison.Ordinal));

    private string Add(string name, char open, string close, Func<PayloadShape, PayloadShape> parts)
    {
        if (_lines.TryAdd(name, ""))
        {
            _pending.Enqueue((name, open, close, parts));
        }

        return name;
    }

    private string Text(char open, string close, Func<PayloadShape, PayloadShape> parts) =>
        $"{open}{string.Join(open == '|' ? "|" : ",", parts(new PayloadShape(this)).Parts)}{close}";
}
