using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>What the client library throws, in the words of this one.</summary>
internal static class RedisFaults
{
    // Errors of a server that is not able to serve now and will be later; the first is the client library's own, of a master of a cluster that is away.
    private static readonly string[] Passing = ["Endpoint ", "MOVED", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "READONLY", "TRYAGAIN", "BUSY", "MISCONF"];

    // What the server says to a user without the right to a command, a key or a channel; the second within a script.
    private static readonly string[] Forbidden = ["NOPERM", "ERR The user executing the script can't"];

    // What it says to one without the password.
    private const string LockedOut = "NOAUTH";

    internal static bool IsUnknownScript(RedisServerException exception) => exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal);

    /// <param name="log">What the client library tells of an attempt to connect that has failed: its exception has only what the last try ended with.</param>
    /// <param name="server">The server's address.</param>
    /// <param name="exception">That.</param>
    /// <returns>Null where no password was missing.</returns>
    internal static GraflowException? OfLogin(string log, string server, RedisConnectionException exception) =>
        log.Contains($"Error: {LockedOut}", StringComparison.Ordinal) || exception.FailureType == ConnectionFailureType.AuthenticationFailure
            ? RedisGuardException.LocksOut(server, exception)
            : null;

    /// <returns>Null for what is no fault of the server or of the way there.</returns>
    internal static GraflowException? Translate(Exception exception, string server) => exception switch
    {
        RedisServerException { Message: var message } when message.StartsWith("OOM", StringComparison.Ordinal) => new RedisFullException(server, exception),
        RedisServerException { Message: var message } when IsOneOf(Passing, message) => new RedisUnavailableException(server, $"cannot serve now: {Sentence(message)}", exception),
        RedisServerException { Message: var message } when IsOneOf(Forbidden, message) => RedisGuardException.Forbids(server, message.TrimEnd('.'), exception),
        RedisServerException { Message: var message } when message.StartsWith(LockedOut, StringComparison.Ordinal) => RedisGuardException.LocksOut(server, exception),
        RedisServerException => null,
        TimeoutException => new RedisUnavailableException(server, "has not answered in time.", exception),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect } => new RedisUnavailableException(server, $"cannot be reached: {Unconnected(exception.Message)}", exception),
        RedisConnectionException or RedisException or ObjectDisposedException => new RedisUnavailableException(server, $"cannot be reached: {Sentence(exception.Message)}", exception),
        _ => null,
    };

    private static bool IsOneOf(string[] kinds, string message) => Array.Exists(kinds, kind => message.StartsWith(kind, StringComparison.Ordinal));

    // The library begins with advice on a setting that is not the user's.
    private static string Unconnected(string text)
    {
        const string advice = "AbortOnConnectFail.";
        var reason = text.IndexOf(advice, StringComparison.Ordinal) is var at and >= 0 ? text[(at + advice.Length)..].Trim() : text;
        return reason.Length == 0 ? "it accepts no connection." : Sentence($"it accepts no connection: {reason}");
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
