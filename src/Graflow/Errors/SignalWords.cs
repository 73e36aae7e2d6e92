namespace Graflow;

/// <summary>What is said of a signal that is of another type than its wait (GRF207). Compiled into the analyzers too, so that the build and the run say the same.</summary>
internal static class SignalWords
{
    internal static string WrongType(string subject, string found, string expected) =>
        $"{subject} brings {found}, and {expected} is waited for; send it by SignalAsync<{expected}>(…), or wait for it by Flow.WaitFor<{found}>(…)";
}
