using Graflow.Bench;
using Graflow.Bench.Generator;
using Graflow.Bench.Harness;
using Graflow.Bench.InProcess;
using Graflow.Bench.Micro;
using Graflow.Bench.Payloads;

if (args is ["--micro", .. var rest])
{
    MicroBenchmarks.Run(rest);
    return 0;
}

try
{
    ISuite[] suites = [new InProcessSuite(), new PayloadSuite(), new GeneratorSuite()];
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
