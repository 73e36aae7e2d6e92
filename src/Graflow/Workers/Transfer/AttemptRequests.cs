using System.Runtime.CompilerServices;

namespace Graflow.Workers;

/// <summary>What a body asked for while it ran; it takes effect if the attempt succeeds.</summary>
internal sealed class AttemptRequests<TIn>
{
    private ChannelWriter? _writer;

    internal List<NextTarget> SideTasks { get; } = [];

    internal StrongBox<TIn>? NextInput { get; private set; }

    internal ChannelWriter Writer => _writer ??= new ChannelWriter();

    internal IReadOnlyList<Channels.ChannelWrite> Writes => _writer?.Writes ?? [];

    /// <exception cref="InvalidOperationException">The attempt asked for another iteration already.</exception>
    internal void SetNextInput(TIn input, string taskId)
    {
        if (NextInput is not null)
        {
            throw new InvalidOperationException($"{taskId} asked for two next iterations; one attempt can ask for one.");
        }

        NextInput = new(input);
    }
}
