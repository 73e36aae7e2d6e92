namespace Graflow.Channels;

/// <summary>The way from a body in another process to its run's channel: a request goes out, an answer comes back. Called concurrently.</summary>
internal interface IChannelPort
{
    /// <summary>Asks once.</summary>
    /// <param name="request">Copied before the method returns.</param>
    /// <param name="cancellationToken">Gives up waiting; what was asked may still be done.</param>
    ValueTask<ReadOnlyMemory<byte>> CallAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);

    /// <summary>Asks for everything that is yet to come, as a watch does.</summary>
    /// <param name="request">Copied before the method returns.</param>
    /// <param name="cancellationToken">Ends the stream at the other side too.</param>
    IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken);
}
