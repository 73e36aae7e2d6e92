namespace Graflow.Pictures;

/// <summary>An expression that is being drawn.</summary>
internal sealed class PictureStep(FlowExpression expression, PictureScope scope, int box, PicturePort input)
{
    private PicturePort? _output;

    internal FlowExpression Expression { get; } = expression;

    internal PictureScope Scope { get; } = scope;

    internal int Box { get; } = box;

    internal PicturePort Input { get; } = input;

    /// <summary>What settings around the expression say, for its own label.</summary>
    internal string[] Notes { get; private init; } = [];

    internal PicturePort Output
    {
        get => _output ?? throw new InvalidOperationException("The operand is not drawn yet.");
        set => _output = value;
    }

    internal (FlowExpression Expression, PictureScope Scope, PicturePort Input) Key => (Expression, Scope, Input);

    internal PictureStep Operand(FlowExpression operand, PicturePort? from = null, int? box = null, PictureScope? scope = null, string[]? notes = null) =>
        new(operand, scope ?? Scope, box ?? Box, from ?? Input) { Notes = notes ?? [] };
}
