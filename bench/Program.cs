using Graflow;
using Graflow.Bench;
using Graflow.Bench.Containers;
using Graflow.Bench.Durable;
using Graflow.Bench.Fleet;
using Graflow.Bench.Floors;
using Graflow.Bench.Generator;
using Graflow.Bench.Harness;
using Graflow.Bench.InProcess;
using Graflow.Bench.Micro;
using Graflow.Bench.Payloads;
using Graflow.Bench.Processes;

if (await GraflowHost.TryServeAsync(args))
{
    return 0;
}

if (args is [ContainerWorkloads.BareArgument])
{
    return await ContainerWorkloads.RunHereAsync();
}

if (args is [EchoChild.Argument, var path])
{
    EchoChild.Serve(path);
    return 0;
}

if (args is [FleetWorker.Argument, .. var worker])
{
    return await FleetWorker.ServeAsync(worker);
}

if (args is ["--micro", .. var rest])
{
    MicroBenchmarks.Run(rest);
    return 0;
}

try
{
    ISuite[] suites = [new InProcessSuite(), new PayloadSuite(), new ProcessSuite(), new DurableSuite(), new FleetSuite(), new ContainerSuite(), new GeneratorSuite()];
    return await new BenchSession(BenchOptions.Parse(args), suites).RunAsync(Console.Out);
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (WrongResultException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 3;
}
