namespace Graflow.Logs;

/// <summary>What a journal tells, by what asks for it when the run goes on.</summary>
internal sealed partial class RunHistory
{
    private readonly Dictionary<VertexKey, VertexMemory> _vertices = [];
    private readonly Dictionary<int, FrameMemory> _frames = [];
    private readonly Dictionary<(VertexKey Parent, int Index), int> _elements = [];
    private readonly Dictionary<int, List<SideTaskMemory>> _sideTasks = [];
    private int _process;

    private RunHistory(JournalContent content)
    {
        Content = content;
        Start = RunStartedRecord.Read(content.Records[0]);
        Channel = [new ChannelMemory(0, Start.Channel)];
    }

    internal JournalContent Content { get; }

    internal RunStartedRecord Start { get; }

    /// <summary>How the run ended; null when it can go on.</summary>
    internal RunEnd? End { get; private set; }

    /// <summary>How many continuations and side tasks there were.</summary>
    internal long Steps { get; private set; }

    /// <summary>The highest number that a frame has.</summary>
    internal int LastFrame { get; private set; }

    /// <summary>The structures of what tasks continued with, by the numbers that records know them by.</summary>
    internal Dictionary<int, string> Structures { get; } = [];

    /// <summary>The changes of the channel, in the order in which they were applied.</summary>
    internal List<ChannelMemory> Channel { get; }

    /// <summary>Signals that no wait has taken, in order.</summary>
    internal List<Signal> PendingSignals { get; } = [];

    /// <summary>The ids of all signals that reached the run.</summary>
    internal HashSet<string> SignalIds { get; } = [];

    /// <exception cref="RunLogException">The journal has no beginning, or was written by a newer version.</exception>
    internal static RunHistory Read(JournalContent content)
    {
        var history = new RunHistory(content);
        for (var i = 1; i < content.Records.Count && history.End is null; i++)
        {
            history.Add(content.Records[i], i);
        }

        return history;
    }

    internal VertexMemory? Find(VertexKey key) => _vertices.GetValueOrDefault(key);

    /// <summary>The number of an element's frame; -1 when none was given to it.</summary>
    internal int ElementOf(VertexKey map, int index) => _elements.GetValueOrDefault((map, index), -1);

    /// <summary>Where a frame stands; null for the run's own and for side tasks.</summary>
    internal FrameMemory? FrameOf(int frame) => _frames.GetValueOrDefault(frame);

    /// <summary>The side tasks that a frame waits for.</summary>
    internal IReadOnlyList<SideTaskMemory> SideTasksOf(int frame) => _sideTasks.TryGetValue(frame, out var tasks) ? tasks : [];

    private VertexMemory Of(VertexKey key)
    {
        if (!_vertices.TryGetValue(key, out var memory))
        {
            _vertices.Add(key, memory = new VertexMemory());
        }

        return memory;
    }
}
