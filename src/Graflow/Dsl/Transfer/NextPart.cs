namespace Graflow.Dsl;

/// <summary>A part of what runs next, as it was read.</summary>
/// <param name="Executable">The part.</param>
/// <param name="First">Its first task, or the workflow that it begins with.</param>
/// <param name="Input">What it takes.</param>
/// <param name="Output">What it yields.</param>
internal readonly record struct NextPart(IExecutable Executable, IExecutable First, Type Input, Type Output);
