namespace Graflow.Channels;

/// <summary>Tells from a journal's records which keys changed, as it was told while the run was under way.</summary>
internal sealed class ChannelChanges
{
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    /// <param name="steps">The changes of one record; those of earlier records came before.</param>
    internal List<ChannelChange> Read(ReadOnlySpan<byte> steps)
    {
        var changes = new List<ChannelChange>();
        foreach (var step in ChannelStep.ReadAll(steps))
        {
            if (step.Kind == ChannelOperation.Clear)
            {
                changes.AddRange(_keys.Select(static key => new ChannelChange(key, ChannelChangeKind.Deleted)));
                _keys.Clear();
                continue;
            }

            _ = step.Change == ChannelChangeKind.Set ? _keys.Add(step.Key) : _keys.Remove(step.Key);
            changes.Add(new ChannelChange(step.Key, step.Change));
        }

        return changes;
    }
}
