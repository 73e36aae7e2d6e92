using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Graflow.Redis.Scripts;

/// <summary>A Lua script as the server knows it.</summary>
internal sealed class Script
{
    internal Script(string name, string text)
    {
        Name = name;
        Text = text;
        Hash = HashOf(text);
    }

    internal string Name { get; }

    internal string Text { get; }

    /// <summary>What EVALSHA names it by.</summary>
    internal byte[] Hash { get; }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The server names scripts by SHA-1.")]
    private static byte[] HashOf(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
}
