using Graflow.Generators.Bodies;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Diagnostics;

/// <summary>What a task's signature and body do to its cancellation and to the threads that run it.</summary>
internal static class BodyRules
{
    public static readonly DiagnosticDescriptor NoToken = Rule(
        "GRF005",
        "A task with a time limit should take a CancellationToken",
        "'{0}' has a time limit and cannot be told of it: an attempt that exceeds it fails, but its body runs on. Take a CancellationToken, and pass it on to what the body awaits.",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Endless = Rule(
        "GRF107",
        "A loop needs a way out",
        "The task '{0}' always asks to run again: no return yields a value, so that only a failure ends the loop, at the latest MaxStepsExceededException. Return the value in one of the cases.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor AlwaysIterates = Rule(
        "GRF107",
        "A loop needs a way out",
        "The task '{0}' always asks for another iteration, so that only a failure ends the loop, at the latest MaxStepsExceededException. Ask where there is more to do, and not otherwise.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Unreached = new(
        "GRF107",
        "A loop needs a way out",
        "Nothing leads into the loop of the task '{0}': it names itself as what runs next, and no flow and no other task names it",
        Rules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: $"{Rules.Pages}GRF107.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor StaysBehind = Rule(
        "GRF206",
        "What runs in another process keeps its state there",
        "{0}",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Blocking = Rule(
        "GRF303",
        "A task should await, not block",
        "'{0}' blocks a thread in the task '{1}' until other work ends, and that work may need the thread: await it",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Swallowing = Rule(
        "GRF304",
        "A task should let cancellation through",
        "The task '{0}' catches the exception of its own cancellation and goes on as if it had work to do: let it through by `throw;` or a filter",
        DiagnosticSeverity.Warning);

    /// <param name="task">The task's name.</param>
    /// <param name="write">What its body writes.</param>
    public static string StaysBehindText(string task, StateWrite write) => write.Member.IsStatic
        ? $"The task '{task}' runs in another process, and {write.Text} that it writes is that process's own: this one never sees the value, and the next attempt may run in a third. Return it, or keep it in the channel."
        : $"The task '{task}' runs in another process, and {write.Text} that it writes goes with the instance when the attempt ends there. Return the value, or keep it in the channel.";

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Rules.Category, severity, isEnabledByDefault: true, helpLinkUri: $"{Rules.Pages}{id}.md");
}
