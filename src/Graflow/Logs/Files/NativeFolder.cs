using System.Runtime.InteropServices;

namespace Graflow.Logs;

/// <summary>What the framework does not offer: a folder's own flush, without which a new file, or a new name, may be gone after a loss of power. Where the system has no such thing, it needs none.</summary>
internal static class NativeFolder
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder is not there, or the disk fails.</exception>
    internal static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return;
        }

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw Error(path);
        }

        try
        {
            // Some file systems have nothing to flush in a folder, and say so by EINVAL.
            if (Fsync(descriptor) < 0 && Marshal.GetLastPInvokeError() is not InvalidArgument)
            {
                throw Error(path);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private const int InvalidArgument = 22;

    private static IOException Error(string path) => new($"{Marshal.GetLastPInvokeErrorMessage()} : '{path}'");

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
