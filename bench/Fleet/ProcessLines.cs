using System.Diagnostics;

namespace Graflow.Bench.Fleet;

/// <summary>Waits for what a program says when it is ready.</summary>
internal static class ProcessLines
{
    public static string ReadUntil(Process process, Predicate<string> isIt)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (isIt(line))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"{process.StartInfo.FileName} ended before it was ready.");
    }
}
