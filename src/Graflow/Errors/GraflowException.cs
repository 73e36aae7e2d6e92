namespace Graflow;

/// <summary>The base of every error that Graflow raises by itself; catch it to tell them from errors of task bodies.</summary>
public abstract class GraflowException : Exception, IGraflowError
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was found, what was expected, and what to do.</param>
    /// <param name="inner">The cause, if there is one.</param>
    /// <param name="id">The rule that this error breaks, such as <c>GRF101</c>; null where no rule exists.</param>
    protected GraflowException(string message, Exception? inner = null, string? id = null)
        : base(id is null ? message : $"{id}: {message}", inner)
    {
        Id = id;
        BareMessage = message;
        HelpLink = id is null ? null : RuleHelp.LinkTo(id);
    }

    /// <inheritdoc/>
    public string? Id { get; }

    /// <summary>The message without the rule's id before it.</summary>
    internal string BareMessage { get; }
}
