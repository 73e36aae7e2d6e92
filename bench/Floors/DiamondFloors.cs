namespace Graflow.Bench.Floors;

/// <summary>Four tasks, the middle two parallel, written by hand.</summary>
internal static class DiamondFloors
{
    public static int Evaluate(int input)
    {
        var top = Bodies.Step(input);
        return Bodies.Cell(Bodies.Step(top), Bodies.Step(top));
    }

    public static async ValueTask<int> AwaitAsync(int input)
    {
        var top = await StepAsync(input);
        return await CellAsync(await StepAsync(top), await StepAsync(top));
    }

    public static async ValueTask<int> TaskRunAsync(int input)
    {
        var top = await StepAsync(input);
        var left = Task.Run(() => Bodies.Step(top));
        var right = Task.Run(() => Bodies.Step(top));
        await Task.WhenAll(left, right);
        return await CellAsync(await left, await right);
    }

#pragma warning disable CS1998 // An async method whose body never waits: the cost under measurement.
    private static async ValueTask<int> StepAsync(int x) => Bodies.Step(x);

    private static async ValueTask<int> CellAsync(int up, int left) => Bodies.Cell(up, left);
#pragma warning restore CS1998
}
