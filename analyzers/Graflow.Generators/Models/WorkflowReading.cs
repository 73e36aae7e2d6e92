using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Models;

/// <summary>A workflow, and the codecs of what it takes and yields.</summary>
internal sealed record WorkflowReading(WorkflowModel? Workflow, EquatableArray<CodecModel> Codecs);
