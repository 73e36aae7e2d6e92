namespace Graflow.Workers;

/// <summary>What a connection's reader thread tells; it must come back soon and run no code of users.</summary>
internal interface IFrameReceiver
{
    void Received(ref Frame frame);

    /// <summary>No more frames will come; called once.</summary>
    /// <param name="error">What was wrong with what the other side sent; null where it just ended.</param>
    void Closed(Exception? error);
}
