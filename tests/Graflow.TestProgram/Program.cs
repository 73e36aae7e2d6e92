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

await (args is [Descriptors.Argument] ? Descriptors.CountAsync() : Parent.RunAsync(args));
return 0;
