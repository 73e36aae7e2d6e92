namespace Graflow;

/// <summary>Races, for groups of every shape.</summary>
public static partial class RaceExtensions
{
    internal const string MixedRace =
        "First needs branches that all yield one type, which is the race's; these yield different types. Bring them to one type by .Select(…).";

    extension<TIn, T>(IParallelGroup<TIn, IReadOnlyList<T>> group)
    {
        /// <summary>A race: the first success is the output, the others are cancelled; it fails when all fail.</summary>
        public Flow<TIn, T> First() => Group.Race<TIn, T>(group);
    }
}
