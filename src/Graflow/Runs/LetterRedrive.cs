using System.Security.Cryptography;
using System.Text;
using Graflow.Fleets;

namespace Graflow.Runs;

/// <summary>Tries a task again that was given up: in a new run, for the one that it failed in has ended. Whatever else of that run was given up is tried again with it, since it would fail the new run as it failed the old one.</summary>
internal static class LetterRedrive
{
    /// <returns>The new run's id, and the other letters that are gone with this one.</returns>
    /// <exception cref="RunNotFoundException">The run that it failed in is gone.</exception>
    /// <exception cref="RunStateException">The run goes on all the same, and has not ended.</exception>
    internal static async Task<(string RunId, IReadOnlyList<FleetLetter> Others)> RunAsync(IFleetStore store, TimeProvider time, FleetLetter letter, CancellationToken ct)
    {
        var all = await store.LettersOfAsync(letter.RunId, ct).ConfigureAwait(false);
        var others = all.Where(other => other.Id != letter.Id).ToList();
        var options = new RunRetryOptions { RunId = RunIdOf(letter) };
        try
        {
            var request = new RetryRequest(letter.RunId, letter.Path, options) { GivenUp = [letter.Path, .. others.Select(static other => other.Path)] };
            await RunRetry.CreateAsync(store, time, request, ct).ConfigureAwait(false);
        }
        catch (RunConflictException)
        {
            // Whoever made it before did not come to drop the letters.
        }

        foreach (var tried in others.Append(letter))
        {
            await store.DropLetterAsync(tried.Id, ct).ConfigureAwait(false);
        }

        return (options.RunId, others);
    }

    // The same for whoever tries again because the answer was lost.
    private static string RunIdOf(FleetLetter letter) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{letter.Id} {letter.At.UtcTicks}")).AsSpan(0, 16));
}
