using Graflow.Telemetry;
using Microsoft.Extensions.Logging;

namespace Graflow.Engine;

/// <summary>Disposes of what an attempt owned, the asynchronous way where there is one. The attempt is over, so that a failure here is logged and changes nothing.</summary>
internal static class Disposal
{
    internal static void Dispose(object? owned, ILogger logger)
    {
        try
        {
            if (owned is IAsyncDisposable asynchronous)
            {
                var pending = asynchronous.DisposeAsync();
                if (!pending.IsCompletedSuccessfully)
                {
                    _ = FinishAsync(pending, logger);
                }
            }
            else
            {
                (owned as IDisposable)?.Dispose();
            }
        }
        catch (Exception exception)
        {
            Log.DisposalFailed(logger, exception);
        }
    }

    private static async Task FinishAsync(ValueTask pending, ILogger logger)
    {
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.DisposalFailed(logger, exception);
        }
    }
}
