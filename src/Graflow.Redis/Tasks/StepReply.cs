using System.Globalization;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Tasks;

/// <summary>What a step did.</summary>
/// <param name="Verdicts">Of each finished task, what became of it.</param>
/// <param name="Claimed">The tasks that are the worker's now, in the order in which they were picked.</param>
/// <param name="IsSuspectWaiting">Whether a task waits that may have killed workers, and that only a worker takes which runs nothing else.</param>
internal sealed record StepReply(IReadOnlyList<StepVerdict> Verdicts, IReadOnlyList<ClaimedTask> Claimed, bool IsSuspectWaiting)
{
    /// <summary>The tasks that were pushed to the worker, and that it had not heard of.</summary>
    internal IReadOnlyList<ClaimedTask> Missed { get; private init; } = [];

    /// <summary>How many tasks may be pushed to the worker.</summary>
    internal int Credit { get; private init; }

    /// <summary>Of each finished task, whether its result counts.</summary>
    internal IEnumerable<bool> Committed => Verdicts.Select(static verdict => verdict.IsCommitted);

    /// <param name="reply">What the script answered.</param>
    /// <param name="nonce">The step's.</param>
    internal static StepReply Read(Reply reply, byte[] nonce)
    {
        var (verdicts, claimed) = (reply[1].Items, reply[2].Items);
        var read = new StepVerdict[verdicts.Length];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = new StepVerdict(verdicts[i].Number == 1);
        }

        foreach (var misfit in reply[4].Items)
        {
            read[misfit[0].Number - 1] = new StepVerdict(false) { Misfit = ((int)misfit[1].Number - 1, misfit[2].Text, misfit[3].Text) };
        }

        List<ClaimedTask> tasks = new(claimed.Length);
        for (var i = 0; i < claimed.Length; i++)
        {
            if (!claimed[i].IsNull)
            {
                tasks.Add(ReadClaimed(claimed[i].Items, NonceOf(nonce, i + 1)));
            }
        }

        return new StepReply(read, tasks, reply[3].Number == 1)
        {
            Missed = Array.ConvertAll(reply[5].Items, static task => ReadClaimed(task.Items, task[4].Bytes)),
            Credit = (int)reply[6].Number,
        };
    }

    // As the script makes it: that of the step, and then the task's place in it.
    private static byte[] NonceOf(byte[] step, int place)
    {
        Span<byte> digits = stackalloc byte[10];
        place.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        return [.. step, .. digits[..written]];
    }

    private static ClaimedTask ReadClaimed(Reply[] task, byte[] nonce)
    {
        var claimed = ClaimedTask.Of(task[0].Text, nonce, TaskSpec.Read(task[2].Bytes)) with { Delivery = (int)task[1].Number };
        return !claimed.IsInputGone || task[3].IsNull ? claimed : claimed with { Input = task[3].Bytes, IsInputGone = false };
    }
}
