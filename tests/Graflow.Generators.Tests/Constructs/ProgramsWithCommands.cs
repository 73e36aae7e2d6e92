// A program.
using System.Text.Json.Serialization.Metadata;

[assembly: GraflowProgram]

namespace Graflow.CompilerServices
{
    /// <summary>Stands for the package.</summary>
    public static class GraflowCommands
    {
        /// <summary>Does nothing.</summary>
        public static Task<int> RunAsync(string[] args, Action<WorkflowEngineOptions>? configure, IJsonTypeInfoResolver? json) => Task.FromResult(args.Length + (configure is null && json is null ? 0 : 1));
    }
}
