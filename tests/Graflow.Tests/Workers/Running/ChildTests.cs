using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Workers.Running;

public sealed class ChildTests
{
    [Fact]
    public async Task A_body_runs_in_another_process()
    {
        await using var engine = Children.Engine();
        Assert.NotEqual(Environment.ProcessId, await engine.RunAsync(Bodies.Tasks.ProcessId, Children.One).OrHang());
    }
}
