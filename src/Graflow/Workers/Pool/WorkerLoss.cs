namespace Graflow.Workers;

/// <summary>How a worker was lost while it ran a body.</summary>
/// <param name="Reason">In words, such as <c>process 4711 was ended by SIGSEGV</c>.</param>
/// <param name="Exit">How it ended.</param>
/// <param name="ErrorLines">The last lines of its standard error.</param>
internal sealed record WorkerLoss(string Reason, WorkerExit Exit, IReadOnlyList<string> ErrorLines);
