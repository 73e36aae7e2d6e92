using System.Security.Cryptography;
using System.Text;

namespace Graflow.Redis.Tasks;

/// <summary>The ids of tasks and flows that a build of the program has. Workers of one build share one list in Redis, named by its content.</summary>
internal sealed class KnownIds
{
    private KnownIds(string[] ids)
    {
        Ids = ids;
        Name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))).AsSpan(0, 16));
    }

    internal IReadOnlyCollection<string> Ids { get; }

    internal string Name { get; }

    internal static KnownIds Of(params IEnumerable<string> ids) => new([.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
}
