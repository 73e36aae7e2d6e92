namespace Graflow.Redis.Tasks;

/// <summary>What became of the wish to try a dead letter's task again.</summary>
internal enum RedriveResult
{
    /// <summary>It waits in its queue, as a task of the other run; the letter is gone.</summary>
    Done,

    /// <summary>There is no such letter.</summary>
    NoLetter,

    /// <summary>The other run has a task in that place already; the letter stays.</summary>
    PlaceTaken,
}
