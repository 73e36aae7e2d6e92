using Graflow.Resilience;

namespace Graflow;

/// <summary>What a body threw in another process or a container. Its type is known by name only: no type is ever loaded, or made, because a worker names it. An error of the task, not of Graflow, and therefore no <see cref="GraflowException"/>.</summary>
public sealed class RemoteTaskException : Exception
{
    internal RemoteTaskException(string message, IReadOnlyList<string> remoteTypes, string remoteStackText, string? ruleId, bool isNeverRetried, RemoteTaskException? inner)
        : base(message, inner)
    {
        RemoteTypes = remoteTypes;
        RemoteStackText = remoteStackText;
        RuleId = ruleId;
        IsNeverRetried = isNeverRetried;
    }

    /// <summary>The full name of the exception's type, such as <c>System.IO.FileNotFoundException</c>.</summary>
    public string RemoteType => RemoteTypes[0];

    /// <summary>The full names of the exception's type and of the types that it derives from, its own first: what <c>[Retry(On = …)]</c> is held against.</summary>
    public IReadOnlyList<string> RemoteTypes { get; }

    /// <summary>The exception as text where it was thrown, with its stack and its inner exceptions; cut where it is very long.</summary>
    public string RemoteStackText { get; }

    /// <summary>The rule that was broken, such as <c>GRF201</c>, for errors of Graflow; null where no rule exists.</summary>
    public string? RuleId { get; }

    internal bool IsNeverRetried { get; }

    /// <summary>Whether the exception was a <typeparamref name="T"/> or of a type derived from it, judged by the type's full name: <c>catch (RemoteTaskException error) when (error.Is&lt;IOException&gt;())</c>.</summary>
    public bool Is<T>()
        where T : Exception => RemoteTypes.Contains(typeof(T).FullName!);

    /// <summary>The exception as text where it was thrown, then the stack of this process.</summary>
    public override string ToString() => StackTrace is { Length: > 0 } stack
        ? $"{RemoteStackText}{Environment.NewLine}--- End of the text from the other process ---{Environment.NewLine}{stack}"
        : RemoteStackText;

    /// <summary>Whether no other attempt can cure an error, so that its marks have to cross with it.</summary>
    internal static bool IsIncurable(Exception exception) => exception is INeverRetried or FlowDefinitionException or RemoteTaskException { IsNeverRetried: true };
}
