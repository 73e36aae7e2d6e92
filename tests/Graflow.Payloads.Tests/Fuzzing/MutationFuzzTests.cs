using Xunit;

namespace Graflow.Payloads.Tests.Fuzzing;

/// <summary>What is read may be anything: the outcome is a value or a <see cref="PayloadException"/>, within time and memory.</summary>
public sealed class MutationFuzzTests
{
    private const int Cases = 1_000_000;

    // What one case may allocate: as much for each byte of its payload, and as much for its exception, its text and the smallest collection.
    // A byte is at most one element, and the largest node that holds one is that of an immutable dictionary.
    private const int BytesForEachByte = 256;
    private const int BytesForEachCase = 16 * 1024;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(static target => target.Name)];

    // The limit is for a hang, which would fail no assertion; a run takes seconds.
    [Fact(Timeout = 300_000)]
    public async Task A_mutated_payload_is_a_value_or_a_payload_exception()
    {
        var targets = FuzzTargets.All;
        var outcomes = await Task.WhenAll(targets.Select((target, index) => Task.Run(() => Fuzz(target, seed: index + 1, (Cases + targets.Count - 1) / targets.Count))));
        Assert.Empty(outcomes.SelectMany(static outcome => outcome.Problems));
        Assert.InRange(outcomes.Sum(static outcome => outcome.Values + outcome.Errors), Cases, int.MaxValue);
        Assert.DoesNotContain(outcomes, static outcome => outcome.Values == 0 || outcome.Errors == 0);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_payload_that_is_cut_off_is_never_a_value(string name)
    {
        var target = Target(name);
        foreach (var payload in target.Payloads)
        {
            Assert.DoesNotContain(Enumerable.Range(0, payload.Length), length => target.IsValue(payload.AsSpan(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_payload_comes_back_from_its_value(string name)
    {
        var target = Target(name);
        Assert.All(target.Payloads, payload => Assert.Equal(payload, target.Rewrite(payload)));
    }

    private static FuzzTarget Target(string name) => FuzzTargets.All.Single(target => target.Name == name);

    private static FuzzOutcome Fuzz(FuzzTarget target, int seed, int cases)
    {
        var mutator = new Mutator(seed);
        var outcome = new FuzzOutcome();
        foreach (var payload in target.Payloads)
        {
            // What is made once, is made here.
            target.IsValue(payload);
            target.IsValue(payload.AsSpan(1));
        }

        for (var i = 0; i < cases && outcome.Problems.Count == 0; i++)
        {
            Try(target, mutator.Next(target.Payloads), outcome);
        }

        return outcome;
    }

    private static void Try(FuzzTarget target, ReadOnlySpan<byte> payload, FuzzOutcome outcome)
    {
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isValue = target.IsValue(payload);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > (long)BytesForEachByte * payload.Length + BytesForEachCase)
            {
                outcome.Problems.Add($"{target}: {allocated} bytes allocated for {Convert.ToHexString(payload)}");
            }

            outcome.Count(isValue);
            if (isValue)
            {
                target.IsValue(target.Rewrite(payload));
            }
        }
        catch (Exception error)
        {
            outcome.Problems.Add($"{target}: {error} for {Convert.ToHexString(payload)}");
        }
    }
}
