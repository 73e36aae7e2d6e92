using System.Runtime.InteropServices;

namespace Graflow.Workers;

/// <summary>What the framework does not offer: process groups, by which everything that a process started is killed at once, and the descriptors of the standard streams. Does nothing where the system has no such things.</summary>
internal static partial class NativeProcess
{
    private const int KillSignal = 9;

    internal static bool HasGroups => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>Makes this process the leader of a new session, and with it of a new group.</summary>
    internal static void BeginGroup()
    {
        if (HasGroups)
        {
            _ = SetSid();
        }
    }

    /// <summary>Kills the group that a process leads.</summary>
    internal static void KillGroup(int leader)
    {
        if (HasGroups && leader > 1)
        {
            _ = SendSignal(-leader, KillSignal);
        }
    }

    /// <summary>Kills one process.</summary>
    internal static void Kill(int process)
    {
        if (HasGroups && process > 1)
        {
            _ = SendSignal(process, KillSignal);
        }
    }

    /// <summary>Lets a descriptor lead elsewhere.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="target">Another one, which it leads to from now on.</param>
    /// <returns>A new descriptor, which leads where it led before.</returns>
    internal static int Divert(int descriptor, int target)
    {
        var kept = Dup(descriptor);
        _ = Dup2(target, descriptor);
        return kept;
    }

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSid();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    [DllImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Dup(int descriptor);

    [DllImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Dup2(int descriptor, int target);
}
