using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>Fires the tokens of bodies.</summary>
internal static class BodyCancellation
{
    /// <summary>Fires a source on a pool thread, since callbacks of user code run inside; what they throw is logged.</summary>
    internal static void Fire(CancellationTokenSource source, ILogger logger) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => Fire(work), (Source: source, Logger: logger), preferLocal: false);

    private static void Fire((CancellationTokenSource Source, ILogger Logger) work)
    {
        try
        {
            work.Source.Cancel();
        }
        catch (Exception exception)
        {
            Log.CancellationCallbackFailed(work.Logger, exception);
        }
    }
}
