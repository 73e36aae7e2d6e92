using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Models;

/// <summary>A task, and the codecs of what it takes and yields; apart, since a node's text does not depend on them.</summary>
internal sealed record TaskReading(TaskModel Task, EquatableArray<CodecModel> Codecs);
