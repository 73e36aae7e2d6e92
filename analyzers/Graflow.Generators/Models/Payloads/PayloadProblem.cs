namespace Graflow.Generators.Models.Payloads;

/// <summary>One reason why a value cannot leave the process.</summary>
/// <param name="Kind">What sort of reason.</param>
/// <param name="Path">Where, from the type that was asked about: <c>Order.Customer.Connection</c>, <c>Order.Lines[].Price</c>.</param>
/// <param name="Type">The type at the end of the path, as a person writes it.</param>
/// <param name="Reason">A clause after "it": what is wrong, and what to do.</param>
internal sealed record PayloadProblem(PayloadProblemKind Kind, string Path, string Type, string Reason);
