using System.Security.Cryptography;
using System.Text;

namespace Graflow.Logs;

/// <summary>
/// The name of a run's folder, on any system: <c>Order 7</c> → <c>+order%207</c>. Capitals are marked, since some systems do not tell them from small letters;
/// what is neither letter, digit, <c>-</c> nor <c>_</c> is written by its bytes; a long name is cut and ends with <c>~</c> and a hash.
/// </summary>
internal static class RunFolderName
{
    // With what is added to it for mails, a name stays below 255 bytes.
    private const int Longest = 160;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The id is no text: half of a character is missing.</exception>
    internal static string Of(string runId)
    {
        var bytes = Bytes(runId);
        var name = new StringBuilder(bytes.Length);
        foreach (var single in bytes)
        {
            _ = (char)single switch
            {
                (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_' => name.Append((char)single),
                >= 'A' and <= 'Z' => name.Append('+').Append((char)(single | 0x20)),
                _ => name.Append('%').Append(Convert.ToHexString([single])),
            };
        }

        return name.Length > Longest
            ? $"{name.ToString(0, Longest - 33)}~{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}"
            : IsDevice(name.ToString()) ? $"%{(int)name[0]:X2}{name.ToString(1, name.Length - 1)}" : name.ToString();
    }

    /// <summary>The run's id; null where the name is not whole, so that only what lies in the folder tells, or is none of ours.</summary>
    internal static string? ToRunId(string name)
    {
        var bytes = new List<byte>(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            switch (name[i])
            {
                case '+' when i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]):
                    bytes.Add((byte)char.ToUpperInvariant(name[++i]));
                    break;
                case '%' when i + 2 < name.Length && char.IsAsciiHexDigit(name[i + 1]) && char.IsAsciiHexDigit(name[i + 2]):
                    bytes.Add(Convert.FromHexString(name.AsSpan(i + 1, 2))[0]);
                    i += 2;
                    break;
                case (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_':
                    bytes.Add((byte)name[i]);
                    break;
                default:
                    return null;
            }
        }

        try
        {
            var runId = Strict.GetString([.. bytes]);
            return runId.Length > 0 && Of(runId) == name ? runId : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[] Bytes(string runId)
    {
        try
        {
            return Strict.GetBytes(runId);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("The run id has half of a character in it; give another one.", exception);
        }
    }

    // Windows takes these for devices, whatever folder they are in.
    private static bool IsDevice(string name) => name switch
    {
        "con" or "prn" or "aux" or "nul" => true,
        ['c', 'o', 'm', >= '0' and <= '9'] or ['l', 'p', 't', >= '0' and <= '9'] => true,
        _ => false,
    };
}
