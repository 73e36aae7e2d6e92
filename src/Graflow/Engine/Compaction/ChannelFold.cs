using Graflow.Channels;

namespace Graflow.Engine;

/// <summary>Changes of a channel, without those that later ones undid, and with those that add up added up.</summary>
internal sealed class ChannelFold
{
    private readonly List<(int Position, ChannelStep Step, bool IsFixed)> _steps = [];
    private readonly HashSet<string> _undone = new(StringComparer.Ordinal);

    // The increment that follows next on what a key holds, by its place in what is left.
    private readonly Dictionary<string, (int Position, int Index)> _next = new(StringComparer.Ordinal);
    private Dictionary<int, List<ChannelStep>>? _left;
    private bool _isCleared;

    /// <summary>Adds the changes of a record, in the order of the records.</summary>
    /// <param name="position">The record's place.</param>
    /// <param name="steps">The changes.</param>
    /// <param name="isFixed">Whether they stay in their record whatever comes later.</param>
    internal void Add(int position, ReadOnlyMemory<byte> steps, bool isFixed) =>
        _steps.AddRange(ChannelStep.ReadAll(steps.Span).Select(step => (position, step, isFixed)));

    /// <summary>What is left of a record's changes.</summary>
    internal IReadOnlyList<ChannelStep> StepsOf(int position) => (_left ?? Fold()).GetValueOrDefault(position, []);

    private Dictionary<int, List<ChannelStep>> Fold()
    {
        _left = [];
        for (var i = _steps.Count - 1; i >= 0 && !_isCleared; i--)
        {
            var (position, step, isFixed) = _steps[i];
            if (isFixed)
            {
                _next.Remove(step.Key);
            }
            else if (!_undone.Contains(step.Key) && !TryAddUp(step))
            {
                Keep(position, step);
            }

            _isCleared = step.Kind == ChannelOperation.Clear;
            if (step.Kind is ChannelOperation.Set or ChannelOperation.Delete or ChannelOperation.Expire)
            {
                _undone.Add(step.Key);
            }
        }

        foreach (var steps in _left.Values)
        {
            steps.Reverse();
        }

        return _left;
    }

    private void Keep(int position, ChannelStep step)
    {
        if (!_left!.TryGetValue(position, out var steps))
        {
            _left.Add(position, steps = []);
        }

        steps.Add(step);
        _next.Remove(step.Key);
        if (step.Kind == ChannelOperation.Increment)
        {
            _next.Add(step.Key, (position, steps.Count - 1));
        }
    }

    private bool TryAddUp(ChannelStep step)
    {
        if (step.Kind != ChannelOperation.Increment || !_next.TryGetValue(step.Key, out var next))
        {
            return false;
        }

        var later = _left![next.Position][next.Index];
        if (long.MaxValue - Math.Abs(later.By) < Math.Abs(step.By))
        {
            return false;
        }

        _left[next.Position][next.Index] = ChannelStep.Increment(step.Key, later.By + step.By);
        return true;
    }
}
