using System.Diagnostics;

namespace Graflow.Tests.Support;

/// <summary>Scripts that are started as programs.</summary>
internal static class ShellScript
{
    /// <summary>Writes a script that anybody can start. Another process writes it: a child that this one starts at the same moment would have the file open for writing, and such a file cannot be started.</summary>
    internal static string Write(string path, string text)
    {
        using var writer = Process.Start("/bin/sh", ["-c", "printf '%s' \"$1\" > \"$0\" && chmod 555 \"$0\"", path, $"#!/bin/sh\n{text}\n"]);
        writer.WaitForExit();
        return writer.ExitCode == 0 ? path : throw new InvalidOperationException($"{path} cannot be written.");
    }
}
