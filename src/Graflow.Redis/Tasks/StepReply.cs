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

    internal static StepReply Read(Reply reply)
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

        var tasks = new ClaimedTask[claimed.Length];
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = ReadClaimed(claimed[i].Items);
        }

        return new StepReply(read, tasks, reply[3].Number == 1);
    }

    private static ClaimedTask ReadClaimed(Reply[] task) => new(task[0].Text, task[1].Bytes, new RunName(task[2].Text).RunId, task[3].Text, task[5].Text)
    {
        Queue = task[4].Text,
        Attempt = (int)task[6].Number,
        Delivery = (int)task[7].Number,
        Input = task[8].IsNull ? [] : task[8].Bytes,
        IsInputGone = task[8].IsNull,
        TraceParent = task[9].IsNull ? null : task[9].Text,
        Extra = task[10].IsNull ? null : task[10].Bytes,
    };
}
