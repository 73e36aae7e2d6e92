using System.Runtime.CompilerServices;

namespace Graflow.Json;

/// <summary>The elements of tuples, also of those that C# nests because they have more than seven.</summary>
internal static class TupleShape
{
    private const int Nested = 8;

    internal static bool IsTuple(Type type) => type.IsValueType && type.IsGenericType && typeof(ITuple).IsAssignableFrom(type);

    internal static IReadOnlyList<Type> ElementsOf(Type tuple)
    {
        var elements = new List<Type>();
        for (var rest = tuple; rest is not null;)
        {
            var arguments = rest.GenericTypeArguments;
            var nests = arguments.Length == Nested;
            elements.AddRange(nests ? arguments[..^1] : arguments);
            rest = nests ? arguments[^1] : null;
        }

        return elements;
    }
}
