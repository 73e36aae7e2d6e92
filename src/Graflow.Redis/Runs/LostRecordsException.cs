namespace Graflow.Redis.Runs;

/// <summary>Redis has a run, but not all that it had taken of it: its process died before it wrote that down.</summary>
internal sealed class LostRecordsException() : Exception("Redis has lost records that it had taken.");
