// A program.
public static partial class Shop
{
    [Task] public static int Count(string text) => text.Length;

    [Workflow] public static Flow<string, int> Letters => Tasks.Count;

    [Workflow] public static Flow<(string? Text, int Times), (int, int)> Both => Flow.Task("both", ((string? Text, int Times) x) => (x.Times, x.Times));

    public static async Task Main(string[] args)
    {
        if (await GraflowHost.TryServeAsync(args))
        {
            return;
        }

        Console.WriteLine(await new WorkflowEngine().RunAsync(Letters, "four"));
    }
}
