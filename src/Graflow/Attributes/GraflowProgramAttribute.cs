namespace Graflow;

/// <summary>
/// Makes the <c>Main</c> of this program: <c>[assembly: GraflowProgram]</c> in a project without one. It serves tasks where it was started for that, else it runs the commands of the package Graflow.CommandLine.
/// A program with a <c>Main</c> of its own, top-level statements included, calls <c>GraflowHost.RunAsync(args)</c> instead (GRF306).
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class GraflowProgramAttribute : Attribute;
