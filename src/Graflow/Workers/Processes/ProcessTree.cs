using System.Diagnostics;
using System.Globalization;

namespace Graflow.Workers;

/// <summary>Kills a process with all that it started, whatever group it is in.</summary>
internal static class ProcessTree
{
    /// <summary>Kills at once; nothing happens where the process is gone.</summary>
    /// <param name="process">The root. It leads a group, unless it has just been started.</param>
    /// <remarks>The framework stops each process before it looks for its children. When this process is killed in between, the stopped one stays for ever: it does not even notice that nobody is there any more. So only where the system tells of processes otherwise is it done by the framework.</remarks>
    internal static void Kill(Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Kill(entireProcessTree: true);
                return;
            }

            // Before the first of them is gone: then nothing leads from it to those that it started.
            var tree = Descendants(process.Id, ReadParents());
            process.Kill();
            NativeProcess.KillGroup(process.Id);
            tree.ForEach(Kill);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended.
        }
    }

    /// <summary>The processes that one started, and those that they started.</summary>
    /// <param name="root">Not one of them.</param>
    /// <param name="parents">The parent of each process.</param>
    internal static List<int> Descendants(int root, IReadOnlyCollection<(int Process, int Parent)> parents)
    {
        var children = parents.ToLookup(static found => found.Parent, static found => found.Process);
        List<int> found = [.. children[root]];
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(children[found[i]]);
        }

        return found;
    }

    /// <summary>The parent in the text of a process's <c>stat</c>: after the name, which may hold anything, and the state.</summary>
    internal static int ParentIn(ReadOnlySpan<char> stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..].TrimStart();
        var parent = fields[(fields.IndexOf(' ') + 1)..];
        return int.Parse(parent[..parent.IndexOf(' ')], CultureInfo.InvariantCulture);
    }

    private static void Kill(int process)
    {
        NativeProcess.Kill(process);
        NativeProcess.KillGroup(process);
    }

    private static List<(int Process, int Parent)> ReadParents()
    {
        List<(int, int)> parents = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var process))
            {
                continue;
            }

            try
            {
                parents.Add((process, ParentIn(File.ReadAllText(Path.Combine(folder, "stat")))));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile, or is somebody else's.
            }
        }

        return parents;
    }
}
