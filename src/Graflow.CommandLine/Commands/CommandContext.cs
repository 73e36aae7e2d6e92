using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Graflow.Json;

namespace Graflow.Commands;

/// <summary>What all commands share.</summary>
/// <param name="streams">Where they read and write.</param>
/// <param name="configure">Sets up the engine.</param>
/// <param name="json">The program's own contracts; null where it has none.</param>
internal sealed class CommandContext(CommandStreams streams, Action<WorkflowEngineOptions>? configure, IJsonTypeInfoResolver? json)
{
    internal CommandStreams Streams { get; } = streams;

    internal JsonContracts Contracts { get; } = new(json);

    internal void Configure(WorkflowEngineOptions options) => configure?.Invoke(options);

    internal void Write(string text) => Streams.Output.WriteLine(text);

    /// <summary>Writes one of the documents of <c>--json</c>.</summary>
    internal void Write<T>(T document, JsonTypeInfo<T> contract) => Streams.Output.WriteLine(JsonSerializer.Serialize(document, contract));
}
