namespace Graflow.Generators.Flows;

/// <summary>A part of a flow as it is written: what the library's expressions are at run time. Identity is by reference, as it is there.</summary>
internal sealed class FlowTerm(FlowTermKind kind, Site site, params FlowTerm[] operands)
{
    public FlowTermKind Kind { get; } = kind;

    /// <summary>Where it is written.</summary>
    public Site Site { get; } = site;

    public FlowTerm[] Operands { get; } = operands;

    /// <summary>What <c>As</c> or <c>Named</c> gave.</summary>
    public string? Name { get; init; }

    /// <summary>An execution of its own or a limit of time, as the run time writes it; null where it is not known.</summary>
    public string? Text { get; init; }

    /// <summary>The task of a <see cref="FlowTermKind.Task"/>.</summary>
    public TaskMention? Task { get; init; }

    /// <summary>Whether a group, a race or a map has an execution of its own.</summary>
    public bool HasExecution { get; init; }

    /// <summary>Whether a group may have other branches than its operands.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether an operator put a projection there to fit branches to a task's parameters.</summary>
    public bool IsConversion { get; init; }

    /// <summary>Whether a mention stands for a call whose arguments decide what it is.</summary>
    public bool IsCall { get; init; }

    /// <summary>Whether a mention stands for a name within the member: what it names belongs to the member.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The term behind its names.</summary>
    public FlowTerm Inner
    {
        get
        {
            var term = this;
            while (term.Kind == FlowTermKind.Mention)
            {
                term = term.Operands[0];
            }

            return term;
        }
    }

    /// <summary>The same branches or body under other settings: another expression, as it is at run time.</summary>
    public FlowTerm Configured(Site site, FlowTerm[] operands, string? name, bool hasExecution, string? execution) => new(Kind, site, operands)
    {
        Name = name ?? Name,
        Text = hasExecution ? execution : Text,
        HasExecution = HasExecution || hasExecution,
        IsOpen = IsOpen,
    };

    /// <summary>The term under another mention; a task is as good there as where it was first named.</summary>
    public FlowTerm MentionedAt(Site site, bool isCall = false, bool isLocal = false) => Inner is { Kind: FlowTermKind.Task, Task: { } task }
        ? new FlowTerm(FlowTermKind.Task, site) { Task = task }
        : new FlowTerm(FlowTermKind.Mention, site, this) { IsCall = isCall, IsLocal = isLocal };
}
