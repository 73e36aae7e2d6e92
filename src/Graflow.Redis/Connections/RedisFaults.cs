using StackExchange.Redis;

namespace Graflow.Redis.Connections;

/// <summary>What the client library throws, in the words of this one.</summary>
internal static class RedisFaults
{
    // Errors of a server that is not able to serve now and will be later; the first is the client library's own, of a master of a cluster that is away.
    private static readonly string[] Passing = ["Endpoint ", "MOVED", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "READONLY", "TRYAGAIN", "BUSY", "MISCONF"];

    internal static bool IsUnknownScript(RedisServerException exception) => exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal);

    /// <returns>Null for what is no fault of the server or of the way there.</returns>
    internal static GraflowException? Translate(Exception exception, string server) => exception switch
    {
        RedisServerException { Message: var message } when message.StartsWith("OOM", StringComparison.Ordinal) => new RedisFullException(server, exception),
        RedisServerException { Message: var message } when Passing.Any(kind => message.StartsWith(kind, StringComparison.Ordinal)) => new RedisUnavailableException(server, $"cannot serve now: {Sentence(message)}", exception),
        RedisServerException => null,
        TimeoutException => new RedisUnavailableException(server, "has not answered in time.", exception),
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect } => new RedisUnavailableException(server, $"cannot be reached: {Unconnected(exception.Message)}", exception),
        RedisConnectionException or RedisException or ObjectDisposedException => new RedisUnavailableException(server, $"cannot be reached: {Sentence(exception.Message)}", exception),
        _ => null,
    };

    // The library begins with advice on a setting that is not the user's.
    private static string Unconnected(string text)
    {
        const string advice = "AbortOnConnectFail.";
        var reason = text.IndexOf(advice, StringComparison.Ordinal) is var at and >= 0 ? text[(at + advice.Length)..].Trim() : text;
        return reason.Length == 0 ? "it accepts no connection." : Sentence($"it accepts no connection: {reason}");
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
