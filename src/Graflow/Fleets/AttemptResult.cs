using Graflow.Channels;

namespace Graflow.Fleets;

/// <summary>What came of an attempt in a worker.</summary>
/// <param name="Reply">For its driver, as <see cref="Workers.AttemptReply"/> wrote it.</param>
/// <param name="Succeeded">Whether the body succeeded.</param>
/// <param name="Writes">What the body recorded for the channel, to be applied in one step with its success; not in the reply.</param>
internal readonly record struct AttemptResult(ReadOnlyMemory<byte> Reply, bool Succeeded, IReadOnlyList<ChannelWrite> Writes);
