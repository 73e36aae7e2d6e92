namespace Graflow.Generators.Models;

/// <summary>One type around a task, as a partial declaration repeats it.</summary>
/// <param name="Keyword">Such as <c>class</c> or <c>record struct</c>.</param>
/// <param name="Name">The escaped name.</param>
internal sealed record TypeDeclarationModel(string Keyword, string Name);
