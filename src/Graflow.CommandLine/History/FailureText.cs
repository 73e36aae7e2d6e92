using Graflow.Tree;

namespace Graflow.History;

/// <summary>A failure on one line: the type without its namespace, and the message.</summary>
internal static class FailureText
{
    internal static string Of(TaskFailure failure) => $"{failure.ErrorType[(failure.ErrorType.LastIndexOf('.') + 1)..]}: {Wording.OneLine(failure.Message)}";
}
