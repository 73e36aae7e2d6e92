namespace Graflow.Engine;

/// <summary>A region of a plan whose bodies share a limit; each frame makes lanes of its own from it.</summary>
/// <param name="Parent">The enclosing lane's index; 0 is the lane around the whole plan.</param>
/// <param name="Execution">What <c>WithExecution</c> was given.</param>
internal sealed record LaneTemplate(int Parent, Execution Execution);
