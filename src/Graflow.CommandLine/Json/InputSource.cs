using System.Text;
using Graflow.Commands;

namespace Graflow.Json;

/// <summary>Gets the text of <c>--input</c>: itself, a file's (<c>@file</c>) or standard input's (<c>@-</c>).</summary>
internal static class InputSource
{
    // What Windows' editors begin a file with, and JSON does not.
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <exception cref="CommandException">The file cannot be read.</exception>
    internal static async Task<byte[]> ReadAsync(string input, CommandStreams streams, CancellationToken ct)
    {
        var bytes = input switch
        {
            "@-" => await ReadAsync(streams.OpenInput(), ct).ConfigureAwait(false),
            ['@', .. var path] => await ReadFileAsync(path, ct).ConfigureAwait(false),
            _ => Encoding.UTF8.GetBytes(input),
        };
        return bytes.AsSpan().StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
    }

    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException("file", $"The input file \"{path}\" cannot be read: {problem.Message}");
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken ct)
    {
        await using var input = stream.ConfigureAwait(false);
        using var buffer = new MemoryStream();
        // A terminal is read by a call that hears of no token.
        await stream.CopyToAsync(buffer, ct).WaitAsync(ct).ConfigureAwait(false);
        return buffer.ToArray();
    }
}
