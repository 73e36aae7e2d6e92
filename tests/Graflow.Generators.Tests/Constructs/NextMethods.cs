public static partial class Machine
{
    [Task] public static Next<int> Step(int x) => x > 9 ? x : Next.To(Tasks.Step, x + 1);

    [Task] public static async Task<Next<int>> Start(string text)
    {
        await Task.Yield();
        return Next.To(Machine.Tasks.Step >> Other.Tasks.Double, text.Length);
    }

    [Task] public static ValueTask<Next<int>> End(int x) => new(x);

    [Task] public static int Again(int x, TaskContext<int> context)
    {
        if (x < 9)
        {
            context.NextIteration(x + 1);
        }

        return x;
    }

    [Task] public static int Aside(int x, TaskContext context)
    {
        context.NextTask(Other.Tasks.Double, x);
        return x;
    }
}

public static partial class Other
{
    [Task("double")] public static int Double(int x) => 2 * x;
}
