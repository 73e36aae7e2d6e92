using System.Security.Cryptography;
using System.Text;

namespace Graflow.Redis.Clients;

/// <summary>The run that an idempotency key stands for: every process comes to the same id, and so to the same cell.</summary>
internal static class KeyedRun
{
    /// <summary>128 bits of the key's SHA-256 in lower case, as ids of other runs are written.</summary>
    internal static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
}
