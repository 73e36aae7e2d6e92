namespace Graflow;

/// <summary>A run does not take a signal: nothing was stored, and nothing in the run changed.</summary>
public sealed class SignalRefusedException : GraflowException
{
    private SignalRefusedException(string runId, Signal signal, SignalRefusal refusal, string problem, string? id = null)
        : base(id: id, message: $"Run {runId} does not take the signal \"{signal.Name}\"{(signal.Key is { } key ? $" with the key \"{key}\"" : "")}: {problem}")
    {
        RunId = runId;
        Name = signal.Name;
        Key = signal.Key;
        Refusal = refusal;
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>The signal's name.</summary>
    public string Name { get; }

    /// <summary>The signal's key; null when it was sent without one.</summary>
    public string? Key { get; }

    /// <summary>Why.</summary>
    public SignalRefusal Refusal { get; }

    internal static SignalRefusedException RunEnded(string runId, Signal signal) => new(runId, signal, SignalRefusal.NoRun, "it has ended.");

    internal static SignalRefusedException NoRun(string runId, Signal signal) =>
        new(runId, signal, SignalRefusal.NoRun, "this engine has no such run under way. It has ended, or has another id; Run.Id says it.");

    internal static SignalRefusedException WrongType(string runId, Signal signal, Type expected) =>
        new(runId, signal, SignalRefusal.WrongType, $"{SignalWords.WrongType("it", signal.ShownType, TypeText.Of(expected))}.", "GRF207");

    internal static SignalRefusedException NoWait(string runId, Signal signal, WaitEnd end, IReadOnlyCollection<string> known) => new(runId, signal, SignalRefusal.NoWait, end switch
    {
        WaitEnd.Answered => "its wait was answered already, and no later one can come.",
        WaitEnd.TimedOut => "the time of its wait is over, and no later one can come.",
        WaitEnd.Cancelled => "its wait was cancelled, and no later one can come.",
        _ => $"it has no wait of that name{(signal.Key is null ? "" : " and key")}{Advice(signal.Name, known)}",
    });

    private static string Advice(string name, IReadOnlyCollection<string> known) =>
        known.Contains(name) ? "; a wait's key is its path, unless WaitFor was given one."
        : EditDistance.Nearest(name, known) is { } nearest ? $"; did you mean \"{nearest}\"?"
        : known.Count == 0 ? "; it waits for nothing." : $"; it has {string.Join(", ", known.Select(static one => $"\"{one}\""))}.";
}
