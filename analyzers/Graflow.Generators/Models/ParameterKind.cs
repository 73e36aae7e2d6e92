namespace Graflow.Generators.Models;

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterKind
{
    Input,
    Context,
    TypedContext,
    CancellationToken,
    Logger,
    Service,
    OptionalService,
    Channel,
}
