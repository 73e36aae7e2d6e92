using Graflow.Logs;

namespace Graflow.Engine;

/// <summary>A record of the kind <see cref="RecordKind.GroupSettled"/>.</summary>
/// <param name="Group">Who settled.</param>
/// <param name="HasFailed">Whether it has no value.</param>
/// <param name="Failed">The branches that failed; of a <c>ForEach</c>, the elements.</param>
internal readonly record struct GroupParts(VertexKey Group, bool HasFailed, IReadOnlyList<int> Failed)
{
    internal static GroupParts Read(ref RecordReader reader)
    {
        var (group, hasFailed, _) = (reader.Key(), reader.Byte() != 0, reader.Number());
        var failed = new List<int>();
        for (var count = reader.Number(); count > 0; count--)
        {
            failed.Add(reader.Number());
            _ = (reader.Text(), reader.Text());
        }

        return new GroupParts(group, hasFailed, failed);
    }
}
