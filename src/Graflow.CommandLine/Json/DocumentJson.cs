using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Graflow.Json;

/// <summary>How the documents of <c>--json</c> are written; a promise to scripts.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ProblemEnvelope))]
[JsonSerializable(typeof(WorkflowList))]
[JsonSerializable(typeof(WorkflowDescription))]
[JsonSerializable(typeof(RunResult))]
[JsonSerializable(typeof(DrawnFlow))]
[JsonSerializable(typeof(EventLine))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(ShownRun))]
[JsonSerializable(typeof(ExplainedRun))]
[JsonSerializable(typeof(ChangedRun))]
[JsonSerializable(typeof(ResumedRuns))]
[JsonSerializable(typeof(WorkerList))]
[JsonSerializable(typeof(QueueList))]
[JsonSerializable(typeof(LetterList))]
[JsonSerializable(typeof(ChangedLetter))]
[JsonSerializable(typeof(SubmittedEntry))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: the documents stand in no page.</summary>
    internal static DocumentJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
