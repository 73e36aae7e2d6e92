using System.Globalization;
using Graflow.Resilience;

namespace Graflow;

/// <summary>Bytes that are no value of the type they were read as: cut off, changed on the way, or written by a version that this one cannot read. Never retried, since the bytes stay the same.</summary>
public sealed class PayloadException : GraflowException, INeverRetried
{
    internal PayloadException(int offset, string problem, Exception? inner = null)
        : base(problem, inner)
    {
        Problem = problem;
        Offset = offset;
    }

    /// <summary>Where in the payload, in bytes from its start.</summary>
    public int Offset { get; }

    /// <summary>Which member, from the payload's type on: <c>Order.Lines[3].Price</c>.</summary>
    public string MemberPath { get; private set; } = "";

    /// <summary>The task whose input or output it is; null where none is known.</summary>
    public string? TaskId { get; internal set; }

    /// <summary>What is wrong, where, and in which task's payload.</summary>
    public override string Message =>
        string.Create(CultureInfo.InvariantCulture, $"{(TaskId is null ? "" : $"{TaskId}: ")}{(MemberPath.Length == 0 ? "The payload" : MemberPath)} cannot be read at byte {Offset}. {Problem}");

    internal string Problem { get; }

    internal void Prepend(string part) => MemberPath = part + MemberPath;
}
