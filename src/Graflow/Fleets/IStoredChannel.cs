using Graflow.Channels;

namespace Graflow.Fleets;

/// <summary>A channel that outlives the processes that use it.</summary>
internal interface IStoredChannel : IChannel
{
    /// <summary>Applies recorded writes, all or none, and once however often it is asked to under one token.</summary>
    /// <param name="writes">The writes, in order.</param>
    /// <param name="token">Whose writes they are: the vertex's path with its attempt.</param>
    /// <param name="ct">Ends the wait; the writes may have been applied all the same.</param>
    /// <exception cref="GraflowException">A write does not fit what the channel holds; none was applied.</exception>
    Task CommitAsync(IReadOnlyList<ChannelWrite> writes, string token, CancellationToken ct);

    /// <summary>Takes over what the channel of another run holds, which has ended.</summary>
    Task TakeOverAsync(string fromRunId, CancellationToken ct);
}
