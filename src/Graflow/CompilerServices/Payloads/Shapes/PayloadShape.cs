using System.ComponentModel;
using System.Globalization;

namespace Graflow.CompilerServices;

/// <summary>The parts of one type, in the order of the payload.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PayloadShape
{
    private readonly PayloadShapes _shapes;
    private readonly List<string> _parts = [];

    internal PayloadShape(PayloadShapes shapes) => _shapes = shapes;

    internal IReadOnlyList<string> Parts => _parts;

    /// <summary>A member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="place">What attributes say of its place in a struct's memory.</param>
    public PayloadShape Member<T>(string name, string place = "") => Add($"{name}:{_shapes.Of<T>()}{place}");

    /// <summary>A type of a union.</summary>
    public PayloadShape Case<T>(int tag) => Add(string.Create(CultureInfo.InvariantCulture, $"{tag}:{_shapes.Of<T>()}"));

    /// <summary>A part without a name: of a tuple, or an element.</summary>
    public PayloadShape Part<T>() => Add(_shapes.Of<T>());

    private PayloadShape Add(string part)
    {
        _parts.Add(part);
        return this;
    }
}
