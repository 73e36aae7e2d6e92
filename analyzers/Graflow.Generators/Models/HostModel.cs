namespace Graflow.Generators.Models;

/// <summary>The class through which a program is served and commanded.</summary>
/// <param name="Program">What it can call.</param>
/// <param name="Assembly">The program's name.</param>
/// <param name="HasModule">Whether there is a module to register.</param>
/// <param name="HasMain">Whether it is the entry point itself.</param>
internal sealed record HostModel(ProgramModel Program, string Assembly, bool HasModule, bool HasMain);
