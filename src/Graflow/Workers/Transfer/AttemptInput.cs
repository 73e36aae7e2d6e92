using System.Buffers;

namespace Graflow.Workers;

/// <summary>A task's input on its way to the worker that runs its body.</summary>
internal static class AttemptInput
{
    /// <exception cref="NotSerializableException">The input has no codec, or a value that none can write.</exception>
    internal static void Write<TIn>(IBufferWriter<byte> request, TIn input) => PayloadSerializer.Serialize(request, input);

    /// <exception cref="PayloadException">The bytes are no such input; the exception names the task.</exception>
    internal static TIn Read<TIn>(ReadOnlySpan<byte> input, string taskPath)
    {
        try
        {
            return PayloadSerializer.Deserialize<TIn>(input);
        }
        catch (PayloadException exception)
        {
            exception.TaskId = taskPath;
            throw;
        }
    }
}
