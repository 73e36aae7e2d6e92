using System.Buffers;
using Graflow.CompilerServices;

namespace Graflow.Workers;

/// <summary>What a worker says first: which protocol it speaks and which code it has.</summary>
/// <param name="Version">The protocol's version.</param>
/// <param name="Library">The module version id of Graflow.</param>
/// <param name="Modules">The modules whose tasks are registered.</param>
internal sealed record Handshake(int Version, Guid Library, IReadOnlyList<TaskModule> Modules)
{
    /// <summary>Changes with the frames.</summary>
    internal const int CurrentVersion = 1;

    // "GRFW": what is no worker at all should be told from one of another version.
    private const int Magic = 0x57465247;

    internal static Guid CurrentLibrary => typeof(Handshake).Module.ModuleVersionId;

    /// <summary>What this process has to say.</summary>
    internal static Handshake Own() => new(CurrentVersion, CurrentLibrary, TaskModule.Registered());

    internal void Write(IBufferWriter<byte> output)
    {
        var writer = new PayloadWriter(output);
        writer.WriteUnmanaged(Magic);
        writer.WriteUnmanaged(Version);
        writer.WriteUnmanaged(Library);
        writer.WriteCount(Modules.Count);
        foreach (var module in Modules)
        {
            writer.WriteString(module.Assembly);
            writer.WriteUnmanaged(module.VersionId);
            writer.WriteUnmanaged(module.TasksHash);
        }

        writer.Flush();
    }

    /// <summary>Reads a handshake; of another version only the version, since nothing more is known of it.</summary>
    /// <exception cref="WorkerProtocolException">This is no worker of Graflow.</exception>
    /// <exception cref="PayloadException">The bytes are cut off.</exception>
    internal static Handshake Read(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(body);
        if (reader.ReadUnmanaged<int>() != Magic)
        {
            throw new WorkerProtocolException("The first frame is no handshake: what was started is no worker of Graflow.");
        }

        var version = reader.ReadUnmanaged<int>();
        if (version != CurrentVersion)
        {
            return new Handshake(version, default, []);
        }

        var library = reader.ReadUnmanaged<Guid>();
        var modules = new TaskModule[reader.ReadCount(sizeof(int) + 16 + sizeof(ulong))];
        for (var i = 0; i < modules.Length; i++)
        {
            modules[i] = new TaskModule(reader.ReadString() ?? "", reader.ReadUnmanaged<Guid>(), reader.ReadUnmanaged<ulong>());
        }

        return new Handshake(version, library, modules);
    }
}
