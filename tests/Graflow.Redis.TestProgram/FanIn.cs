namespace Graflow.Redis.TestProgram;

/// <summary>As many pieces as one likes, and their sum, which is right only if each is in it exactly once.</summary>
public static partial class FanIn
{
    [Workflow]
    public static Flow<Load, long> All { get; } = Tasks.Split >> Tasks.Square.ForEach() >> Tasks.Sum;

    /// <summary>What the flow yields.</summary>
    public static long Expected(int count) => Enumerable.Range(0, count).Sum(static number => (long)number * number);

    [Task]
    public static IReadOnlyList<Piece> Split(Load load) => [.. Enumerable.Range(0, load.Count).Select(number => new Piece(number, load.Effects, load.Effort))];

    [Task]
    public static long Square(Piece piece)
    {
        Thread.SpinWait(piece.Effort);
        Effects.Add(piece.Effects, piece.Number);
        return (long)piece.Number * piece.Number;
    }

    [Task]
    public static long Sum(IReadOnlyList<long> squares) => squares.Sum();
}
