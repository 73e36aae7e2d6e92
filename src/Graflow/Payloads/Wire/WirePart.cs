namespace Graflow.Payloads;

/// <summary>A member, a union's type or a collection's element.</summary>
/// <param name="Name">The member's name, or the union's tag; empty for an element.</param>
/// <param name="Type">Its type as wire shapes name it.</param>
internal readonly record struct WirePart(string Name, string Type);
