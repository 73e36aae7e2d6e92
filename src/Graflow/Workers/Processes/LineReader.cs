namespace Graflow.Workers;

/// <summary>Reads a child's output line by line, on a thread of its own: reads of pipes block.</summary>
internal static class LineReader
{
    private const int LongestLine = 32 * 1024;

    /// <summary>Starts reading.</summary>
    /// <param name="output">Read to its end, and then disposed of: a process leaves that to its reader.</param>
    /// <param name="line">Called with each line; a very long one comes in parts.</param>
    /// <param name="threadName">For debuggers.</param>
    /// <returns>Ends with the output; never fails.</returns>
    internal static Task Start(TextReader output, Action<string> line, string threadName)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Read(output, line, ended)) { IsBackground = true, Name = threadName }.UnsafeStart();
        return ended.Task;
    }

    private static void Read(TextReader output, Action<string> line, TaskCompletionSource ended)
    {
        try
        {
            using (output)
            {
                ReadLines(output, line);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
        }

        ended.SetResult();
    }

    private static void ReadLines(TextReader output, Action<string> line)
    {
        var buffer = new char[4096];
        var open = new LineSplitter(LongestLine, line);
        for (int count; (count = output.Read(buffer, 0, buffer.Length)) > 0;)
        {
            open.Add(buffer.AsSpan(0, count));
        }

        open.Flush();
    }
}
