using Graflow.Redis.Tasks;

namespace Graflow.Redis.Workers;

/// <summary>A task whose slot is free again, and whose result Redis does not have yet.</summary>
/// <param name="Task">The task.</param>
/// <param name="Finished">What came of it.</param>
/// <param name="IsAgain">Whether it was sent before, and no answer came.</param>
internal readonly record struct EndedTask(RunningTask Task, FinishedTask Finished, bool IsAgain = false);
