using System.Text;

namespace Graflow.Redis.Tasks;

/// <summary>What a worker is sent on its credit: a task that is its claim already. <c>shared/credit.lua</c> writes it: the proof and the task's name, each behind its length, and then what its driver says of it.</summary>
internal static class PushMessage
{
    internal static ClaimedTask Read(byte[] message)
    {
        ReadOnlySpan<byte> rest = message;
        var nonce = TaskSpec.ReadBlock(ref rest).ToArray();
        var name = Encoding.UTF8.GetString(TaskSpec.ReadBlock(ref rest));
        return ClaimedTask.Of(name, nonce, TaskSpec.Read(rest));
    }
}
