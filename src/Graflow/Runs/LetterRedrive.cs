using System.Security.Cryptography;
using System.Text;
using Graflow.Fleets;

namespace Graflow.Runs;

/// <summary>Tries a task again that was given up: in a new run, for the one that it failed in has ended.</summary>
internal static class LetterRedrive
{
    /// <returns>The new run's id.</returns>
    /// <exception cref="RunNotFoundException">The run that it failed in is gone.</exception>
    /// <exception cref="RunStateException">The run goes on all the same, and has not ended.</exception>
    internal static async Task<string> RunAsync(IFleetStore store, TimeProvider time, FleetLetter letter, CancellationToken ct)
    {
        var options = new RunRetryOptions { RunId = RunIdOf(letter) };
        try
        {
            await RunRetry.CreateAsync(store, time, new RetryRequest(letter.RunId, RunReasons.Planned(letter.Path), options) { BeginsAtMaps = true }, ct).ConfigureAwait(false);
        }
        catch (RunConflictException)
        {
            // Whoever made it before did not come to drop the letter.
        }

        await store.DropLetterAsync(letter.Id, ct).ConfigureAwait(false);
        return options.RunId;
    }

    // The same for whoever tries again because the answer was lost.
    private static string RunIdOf(FleetLetter letter) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{letter.Id} {letter.At.UtcTicks}")).AsSpan(0, 16));
}
