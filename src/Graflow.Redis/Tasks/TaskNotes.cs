namespace Graflow.Redis.Tasks;

/// <summary>Notes of one claim, in order.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Nonce">Its claim.</param>
/// <param name="First">Which of the claim's notes the first one is, from 1.</param>
/// <param name="Notes">The notes, at least one.</param>
internal sealed record TaskNotes(string Task, byte[] Nonce, int First, IReadOnlyList<TaskNote> Notes);
