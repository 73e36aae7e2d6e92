// Every operator of the language on one small job: an order is priced, weighed, quoted and invoiced.
// Change any edge to one whose types do not fit, and the program no longer compiles.
using Graflow;
using static Orders.Tasks;

var engine = new WorkflowEngine();
var order = new Order("Ada", [new("keyboard", 40), new("mouse", 20), new("cable", 5)]);

// >> hands an output on. What takes nothing may follow anything: it is only ordered.
await Show(Total >> Print);
await Show(Total >> Audit);

// | runs branches side by side with the same input; a task with two parameters takes both outputs, in either order if their types differ.
await Show((Customer | Total) >> Invoice);
await Show((Total | Customer) >> Invoice);
await Show((Total | Customer | Count).Select(all => all.Item1 + all.Item3));

// The same node in two places is one task: Total runs once here, and feeds both.
Orders.TotalRuns = 0;
await Show(((Total >> Print) | (Total >> Twice)).Select(both => $"{both.Item1}, doubled {both.Item2}, Total ran {Orders.TotalRuns} time"));

// As makes another instance of a task.
await Show((Where.As("eu") | Where.As("us")).Select(both => $"{both.Item1} and {both.Item2}"));

// ForEach runs once for each element, here two at a time; results keep the elements' order.
await Show(Lines >> Price.ForEach(2) >> Sum);

// Flow.Parallel takes any number of branches, First the one that is done first: the slow carrier is cancelled.
await Show(Flow.Parallel(QuoteByShip, QuoteByPlane, QuoteByDrone).Select(quotes => string.Join(", ", quotes)));
await Show((Slow | QuoteByPlane).First());

// Bind fixes an input, Select projects an output, With changes a task's options in this place only.
await Show(Print.Bind(99));
await Show(Total.With(o => o.Priority = 5).Select(total => total * 100));

// Where things run is said in the flow, too, and changes nothing else.
await Show((Customer | Total).WithExecution(Execution.Direct).Named("parts") >> Invoice);

async Task Show<TIn, TOut>(IExecutable<TIn, TOut> flow)
{
    var result = flow is IExecutable<Unit, TOut> source ? await engine.RunAsync(source) : await engine.RunAsync((IExecutable<Order, TOut>)flow, order);
    Console.WriteLine($"{flow}\n    = {result}");
}

internal sealed record Line(string Article, int Price);

internal sealed record Order(string Customer, Line[] Lines);

internal static partial class Orders
{
    public static int TotalRuns { get; set; }

    [Task]
    public static int Total(Order order)
    {
        TotalRuns++;
        return order.Lines.Sum(line => line.Price);
    }

    [Task]
    public static string Customer(Order order) => order.Customer;

    [Task]
    public static int Count(Order order) => order.Lines.Length;

    [Task]
    public static Line[] Lines(Order order) => order.Lines;

    [Task]
    public static int Price(Line line) => line.Price;

    [Task]
    public static int Sum(IReadOnlyList<int> prices) => prices.Sum();

    [Task]
    public static int Twice(int total) => total * 2;

    [Task]
    public static string Print(int total) => $"{total} euros";

    [Task]
    public static string Audit() => "audited";

    [Task]
    public static string Invoice(string customer, int total) => $"{customer} owes {total}";

    [Task]
    public static string Where(Order order, TaskContext context) => $"{order.Customer}'s order in {context.TaskId}";

    [Task]
    public static string QuoteByShip(Order order) => $"ship {order.Lines.Length * 2}";

    [Task]
    public static string QuoteByPlane(Order order) => $"plane {order.Lines.Length * 7}";

    [Task]
    public static string QuoteByDrone(Order order) => $"drone {order.Lines.Length * 9}";

    [Task]
    public static async Task<string> Slow(Order order, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return $"never for {order.Customer}";
    }
}
