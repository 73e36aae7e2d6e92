namespace Graflow.Payloads.Tests.Fuzzing;

/// <summary>What came of one target's mutations.</summary>
internal sealed class FuzzOutcome
{
    public int Values { get; private set; }

    public int Errors { get; private set; }

    public List<string> Problems { get; } = [];

    public void Count(bool isValue)
    {
        Values += isValue ? 1 : 0;
        Errors += isValue ? 0 : 1;
    }
}
