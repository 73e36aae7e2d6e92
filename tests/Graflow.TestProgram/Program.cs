using Graflow;
using Graflow.TestProgram;

if (args is ["run" or "runs", ..])
{
    return await GraflowHost.RunAsync(args);
}

// Makes a program that forgot to serve: it starts an engine of its own instead.
if (Environment.GetEnvironmentVariable("GRAFLOW_TEST_FORGETS_TO_SERVE") is null
    && await GraflowHost.TryServeAsync(args, static o => o.Services = new Greetings()))
{
    return 0;
}

await (args switch
{
    [Descriptors.Argument] => Descriptors.CountAsync(),
    [LongRunProgram.Argument, ..] => LongRunProgram.RunAsync(args),
    _ => Parent.RunAsync(args),
});
return 0;
