using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Graflow.Commands;

namespace Graflow.Tests.CommandLine;

/// <summary>A command, and what it wrote and ended with.</summary>
internal sealed record Commanded(int Code, string Output, string Error)
{
    public JsonElement Document => JsonDocument.Parse(Output).RootElement;

    public JsonElement Problem => Document.GetProperty("error");

    public static Task<Commanded> RunAsync(params string[] args) => RunAsync(args, input: "");

    public static async Task<Commanded> RunAsync(string[] args, string input = "", Action<WorkflowEngineOptions>? configure = null, IJsonTypeInfoResolver? json = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var streams = new CommandStreams(output, TextWriter.Synchronized(error), () => new MemoryStream(Encoding.UTF8.GetBytes(input)));
        var code = await new CommandProgram(streams, configure, json).RunAsync(args);
        return new Commanded(code, output.ToString(), error.ToString());
    }
}
