namespace Graflow;

/// <summary>The log of a run, or the folder of all logs, cannot be written or read: the disk is full or fails, or a file is damaged. The run has not ended by this: where the log is whole, it can be resumed once the cause is gone.</summary>
public sealed class RunLogException : GraflowException
{
    internal RunLogException(string message, Exception? inner = null, string? path = null, long? offset = null)
        : base(message, inner)
    {
        Path = path;
        Offset = offset;
    }

    /// <summary>The file or the folder; null where no single one is at fault.</summary>
    public string? Path { get; }

    /// <summary>Where in the file the damage begins, in bytes; null where nothing is damaged.</summary>
    public long? Offset { get; }

    /// <summary>What was to be written was not.</summary>
    internal static RunLogException NotWritten(string runId, string path, Exception reason) =>
        new($"The log of run \"{runId}\" cannot be written: {reason.Message} ({path}). This process stops driving the run. Nothing that was written before is lost: once it can be written again, resume the run by engine.ResumeAsync, or start it with the same run id.", reason, path);

    /// <summary>The log is no longer there at all.</summary>
    internal static RunLogException Gone(string runId, string path, Exception reason) =>
        new($"The log of run \"{runId}\" is gone: {path} has no such run any more. It was deleted, or the server has lost its data. This process stops driving the run, of which nothing can be resumed: start it anew.", reason, path);

    /// <summary>Of what was written, the last part is no longer there.</summary>
    internal static RunLogException Lost(string runId, string path, Exception reason) =>
        new($"The log of run \"{runId}\" is not whole: {reason.Message} ({path}). This process stops driving the run. Resume it by engine.ResumeAsync, or start it with the same run id: it goes on from what is there, and what came after that runs again.", reason, path);

    /// <summary>What is there cannot be got at.</summary>
    internal static RunLogException NotRead(string runId, string path, Exception reason) =>
        new($"The log of run \"{runId}\" cannot be read: {reason.Message} ({path}). Let this program read and write the folder of logs and what is in it.", reason, path);

    /// <summary>The folder of all logs is none.</summary>
    internal static RunLogException NoFolder(string folder, Exception reason) =>
        new($"The folder of logs {folder} cannot be used: {reason.Message} Give UseFileLog a folder that this program can make, read and write.", reason, folder);

    /// <summary>What was read is not what was written.</summary>
    internal static RunLogException Damaged(string runId, string path, long offset, string found) =>
        new($"The log of run \"{runId}\" is damaged: {path}, byte {offset}: {found} Nothing was changed. Put the file back from a copy, or delete the run and start it anew.", path: path, offset: offset);

    /// <summary>It was written by a Graflow that is newer or older than this one.</summary>
    internal static RunLogException OtherFormat(string runId, string path, int found, int known) =>
        new($"The log of run \"{runId}\" has the format {found}, and this version of Graflow reads the format {known} ({path}). Resume the run with the version that began it.", path: path);

    /// <summary>A mail was not written.</summary>
    internal static RunLogException NotPosted(string runId, string path, Exception reason) =>
        new($"What was to be sent to run \"{runId}\" cannot be written: {reason.Message} ({path}). The run itself is not affected; send it again once the disk takes data.", reason, path);

    /// <summary>A mail is not what was posted.</summary>
    internal static RunLogException DamagedMail(string runId, string path) =>
        new($"A signal or a request that was sent to run \"{runId}\" is damaged: {path}. Delete that file, resume the run, and send it again.", path: path, offset: 0);

    /// <summary>There is not even a first record.</summary>
    internal static RunLogException Empty(string runId) =>
        new($"Run {runId} has no first record: its program died while it was started, and nothing ran. Start it again with the same id, or delete it.");

    /// <summary>A run's folder leads elsewhere.</summary>
    internal static RunLogException IsLink(string runId, string path) =>
        new($"The folder of run \"{runId}\" is a link: {path}. Logs are written and deleted in place only; move the folder itself here, or let the folder of all logs be the link.", path: path);
}
