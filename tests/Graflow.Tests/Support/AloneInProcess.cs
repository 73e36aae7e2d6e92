using Xunit;

namespace Graflow.Tests.Support;

/// <summary>For tests that take the whole process, such as all threads of its pool or all of its memory: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInProcess
{
    internal const string Name = "alone in the process";
}
