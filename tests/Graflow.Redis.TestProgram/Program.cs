using System.Globalization;
using Graflow.Redis.TestProgram;

// worker <redis> <lease in ms> <cells> <kept> <id> <slots> <drives>
// drive <redis> <lease in ms> <cells> <kept> <run> <count> <folder> <effort>
var fleet = new FleetPlace(args[1], TimeSpan.FromMilliseconds(Number(args[2])), Number(args[3]), Number(args[4]));
return args[0] switch
{
    "worker" => await WorkerRole.RunAsync(fleet, args[5], Number(args[6]), bool.Parse(args[7])),
    "drive" => await DriverRole.RunAsync(fleet, args[5], new Load(Number(args[6]), args[7], Number(args[8]))),
    _ => 2,
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
