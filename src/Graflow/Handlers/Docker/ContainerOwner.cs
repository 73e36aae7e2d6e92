using System.Diagnostics;
using System.Globalization;

namespace Graflow.Handlers.Docker;

/// <summary>Which process a container belongs to: machine, process namespace, process id and when that process was started. A process id alone comes back.</summary>
internal static class ContainerOwner
{
    internal const string Label = "graflow.owner";

    private const char Separator = ';';

    /// <summary>This process.</summary>
    internal static string Current { get; } = string.Join(Separator, Place, Environment.ProcessId, StartOf(Environment.ProcessId));

    // Two containers may share the machine's name, but not its processes.
    private static string Place => $"{Environment.MachineName}{Separator}{(OperatingSystem.IsLinux() ? File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name : null)}";

    /// <summary>Whether it is known that the process is gone. What another machine owns, or cannot be read, is nobody's to judge.</summary>
    internal static bool IsDead(string owner) =>
        owner.Split(Separator) is [var machine, var space, var id, var start]
        && $"{machine}{Separator}{space}" == Place
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
        && StartOf(process) != start;

    private static string? StartOf(int process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // The name, which stands in brackets before the numbers, may have any characters. The start is number 22 of all, in ticks since the boot.
                var stat = File.ReadAllText($"/proc/{process}/stat");
                return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
            }

            using var found = Process.GetProcessById(process);
            return found.StartTime.Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
