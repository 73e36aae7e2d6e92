namespace Graflow.Generators.Models;

/// <summary>What a program's entry point can call.</summary>
/// <param name="TakesHost">Whether <c>Graflow.GraflowHost</c> can be generated: a program, of which no part has that name.</param>
/// <param name="HasCommands">Whether it refers to Graflow.CommandLine.</param>
/// <param name="DeclaresEmbedded">Whether <c>EmbeddedAttribute</c> is to be declared too.</param>
internal sealed record ProgramModel(bool TakesHost, bool HasCommands, bool DeclaresEmbedded);
