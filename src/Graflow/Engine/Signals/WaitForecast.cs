using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>Looks through a run for waits that a signal may still meet, none of which is open now.</summary>
internal sealed class WaitForecast
{
    private readonly Signal _signal;
    private readonly Stack<Frame> _frames = new();
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    private WaitForecast(Signal signal) => _signal = signal;

    /// <summary>How many are to come for certain.</summary>
    internal int ToCome { get; private set; }

    /// <summary>Whether nobody can know: elements that have not begun, or a task that may still continue with anything.</summary>
    internal bool IsOpenEnded { get; private set; }

    /// <summary>What a wait of that name and key is for, if it is not what the signal brings and no other fits.</summary>
    internal Type? OtherType
    {
        get => ToCome == 0 ? field : null;
        private set;
    }

    internal IReadOnlyCollection<string> KnownNames => _names;

    internal static WaitForecast Of(RunDriver driver, Signal signal)
    {
        var forecast = new WaitForecast(signal);
        forecast._frames.Push(driver.Root);
        while (forecast._frames.TryPop(out var frame))
        {
            foreach (var state in frame.States)
            {
                forecast.Add(state, driver.Scope.KeepsResults);
            }
        }

        // Last: a task counts its side tasks before it settles.
        forecast.IsOpenEnded |= driver.Scope.HasSideTasks;
        return forecast;
    }

    /// <summary>All that the flow itself may ever wait for.</summary>
    internal static WaitForecast Of(FlowPlan plan, Signal signal)
    {
        var forecast = new WaitForecast(signal);
        forecast.AddBody(plan, isMap: false);
        return forecast;
    }

    private void Add(VertexState? state, bool keepsFrames)
    {
        switch (state?.Vertex)
        {
            case IWaitVertex { Name: { } name } wait:
                AddWait(state, name, wait);
                break;
            case MapVertex map when !state.IsSettled:
                AddMap((IMapState)state, map.Body, keepsFrames);
                break;
            case ITaskVertex task when !state.IsSettled && MayContinue(task.Node):
                if (keepsFrames && ((IContinuation)state).Child is { } child)
                {
                    _frames.Push(child);
                }
                else
                {
                    IsOpenEnded = true;
                }

                break;
        }
    }

    private void AddWait(VertexState state, string name, IWaitVertex wait)
    {
        _names.Add(name);
        if (state.IsSettled || name != _signal.Name || (_signal.Key is { } key && key != (wait.Key ?? state.Path)))
        {
            return;
        }

        if (!((IWaitState)state).Fits(_signal))
        {
            OtherType = wait.ValueType;
        }
        else if (((IWaitState)state).IsToCome)
        {
            ToCome++;
        }
    }

    private void AddMap(IMapState map, FlowPlan body, bool keepsFrames)
    {
        foreach (var frame in keepsFrames ? map.Frames : [])
        {
            if (frame is not null)
            {
                _frames.Push(frame);
            }
        }

        if (!keepsFrames || !map.HasBegunAll)
        {
            AddBody(body, isMap: true);
        }
    }

    // What elements have begun, or will, is not known here, so that a key that no wait was given may be any of theirs. A wait of the flow itself has its id for a path.
    private void AddBody(FlowPlan body, bool isMap)
    {
        foreach (var vertex in body.Vertices)
        {
            switch (vertex)
            {
                case IWaitVertex { Name: { } name } wait:
                    _names.Add(name);
                    if (name == _signal.Name && (_signal.Key is not { } key || key == (wait.Key ?? (isMap ? key : vertex.Id))))
                    {
                        AddToCome(wait, isMap);
                    }

                    break;
                case MapVertex map:
                    AddBody(map.Body, isMap: true);
                    break;
                case ITaskVertex task:
                    IsOpenEnded |= MayContinue(task.Node);
                    break;
            }
        }
    }

    private void AddToCome(IWaitVertex wait, bool isMap)
    {
        if (_signal.Type != wait.ValueType.ToString())
        {
            OtherType = wait.ValueType;
            return;
        }

        ToCome++;
        IsOpenEnded |= isMap;
    }

    private static bool MayContinue(TaskNode node) =>
        node.Descriptor.Body is TaskBody.Next or TaskBody.NextAsync
        || node.Descriptor.Injection.HasFlag(TaskInjection.Context)
        || node.EffectiveOptions.Handler != HandlerCollection.Direct;
}
