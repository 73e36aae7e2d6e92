namespace Graflow.TestProgram;

/// <summary>A crash that a body is to bring about.</summary>
/// <param name="Crash">How.</param>
/// <param name="File">Gets a line for each delivery.</param>
/// <param name="Times">How many deliveries crash; the next one yields their number.</param>
public sealed record CrashOrder(Crash Crash, string File, int Times);
