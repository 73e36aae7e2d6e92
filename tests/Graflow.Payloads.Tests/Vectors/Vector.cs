namespace Graflow.Payloads.Tests.Vectors;

/// <summary>One value that the real MemoryPack serialized: its C# type and expression, and its bytes.</summary>
public sealed record Vector(string Type, string Value, string Hex);
