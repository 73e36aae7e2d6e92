using Graflow.Fleets;
using Graflow.Redis.Keys;
using Graflow.Redis.Scripts;

namespace Graflow.Redis.Inspection;

/// <summary>Reads a dead letter out of a script's answer.</summary>
internal static class LetterReader
{
    internal static FleetLetter Read(Reply letter) => new(letter[0].Text, new RunName(letter[1].Text).RunId, letter[2].Text, letter[4].Text, letter[3].Text)
    {
        Attempt = (int)letter[5].Number,
        Deliveries = (int)letter[6].Number,
        LastWorker = letter[7].IsNull ? "" : letter[7].Text,
        At = letter[8].Time,
        Reason = letter[9].Text,
        InputBytes = (int)letter[10].Number,
    };
}
