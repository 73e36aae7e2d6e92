using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;

namespace Graflow.Workers;

/// <summary>The streams over which a worker serves.</summary>
internal readonly record struct ServingStreams(Stream Input, Stream Output)
{
    /// <summary>The first argument of a program that is to serve.</summary>
    internal const string Command = "graflow-exec";

    /// <summary>Serves over the standard streams, as in a container, unless a socket can be connected to that comes after it; otherwise the second argument is a socket.</summary>
    internal const string OverStandardStreams = "--stdio";

    /// <summary>Opens what the arguments name; null where they do not ask for serving.</summary>
    internal static ServingStreams? TryOpen(string[] args)
    {
        if (args is not [Command, var place, .. var rest] || rest.Length > (place == OverStandardStreams ? 1 : 0))
        {
            return null;
        }

        NativeProcess.BeginGroup();
        var token = WorkerEnvironment.TakeToken();
        if (place == OverStandardStreams)
        {
            return (rest is [var socket] ? TryConnect(socket, token) : null) ?? OfStandardStreams();
        }

        var stream = PrivateSocket.ConnectOnce(place, token);
        return new ServingStreams(stream, stream);
    }

    // A container may see the socket and yet not reach it: what lies behind may be another machine, or forbidden.
    private static ServingStreams? TryConnect(string socket, string token)
    {
        try
        {
            var stream = PrivateSocket.Connect(socket, token);
            return new ServingStreams(stream, stream);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    // What user code, or a program that it starts, writes to the standard output must not get between the frames: it goes to the standard error.
    private static ServingStreams OfStandardStreams()
    {
        if (!NativeProcess.HasGroups)
        {
            return new ServingStreams(Console.OpenStandardInput(), Console.OpenStandardOutput());
        }

        using var nothing = File.OpenHandle("/dev/null");
        var input = NativeProcess.Divert(0, nothing.DangerousGetHandle().ToInt32());
        var output = NativeProcess.Divert(1, target: 2);
        return new ServingStreams(Open(input, FileAccess.Read), Open(output, FileAccess.Write));
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0, isAsync: false);
}
