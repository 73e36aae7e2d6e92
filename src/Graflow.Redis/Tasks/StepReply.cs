using System.Globalization;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Tasks;

/// <summary>What a step did.</summary>
/// <param name="Verdicts">Of each finished task, what became of it.</param>
/// <param name="Claimed">The tasks that are the worker's now, in the order in which they were picked.</param>
/// <param name="IsSuspectWaiting">Whether a task waits that may have killed workers, and that only a worker takes which runs nothing else.</param>
internal sealed record StepReply(IReadOnlyList<StepVerdict> Verdicts, IReadOnlyList<ClaimedTask> Claimed, bool IsSuspectWaiting)
{
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

        return new StepReply(read, tasks, reply[3].Number == 1);
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
        var name = task[0].Text;
        var end = name.IndexOf('/', StringComparison.Ordinal);
        var spec = TaskSpec.Read(task[2].Bytes);
        var isStored = spec.StoredInput.Length > 0;
        return new ClaimedTask(name, nonce, new RunName(name[..end]).RunId, name[(end + 1)..], spec.TaskId)
        {
            Queue = spec.Queue,
            Attempt = spec.Attempt,
            Delivery = (int)task[1].Number,
            Input = isStored && !task[3].IsNull ? task[3].Bytes : spec.Input,
            IsInputGone = isStored && task[3].IsNull,
            TraceParent = spec.TraceParent.Length > 0 ? spec.TraceParent : null,
            Extra = spec.Extra.Length > 0 ? spec.Extra : null,
        };
    }
}
