using Microsoft.Extensions.Logging;

namespace Graflow.Telemetry;

/// <summary>Lines that the logger of a body in another process was given.</summary>
internal static partial class BodyLog
{
    [LoggerMessage(EventId = 38, Message = "{Text}")]
    internal static partial void Write(ILogger logger, LogLevel level, string text);
}
