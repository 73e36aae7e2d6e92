using System.Diagnostics;

namespace Graflow.Workers;

/// <summary>Starts child processes of a program that serves.</summary>
internal sealed class ProcessLauncher(string? program, TimeProvider time) : IWorkerLauncher
{
    public async ValueTask<IWorkerHandle> LaunchAsync(CancellationToken cancellationToken)
    {
        var found = ProcessProgram.Find(program);
        using var socket = new PrivateSocket();
        var process = new ChildProcess(Start(found, socket), time);
        try
        {
            var accepted = socket.AcceptAsync(cancellationToken).AsTask();
            if (await Task.WhenAny(accepted, process.Exited).ConfigureAwait(false) == accepted)
            {
                process.Connect(await accepted.ConfigureAwait(false));
                return process;
            }
        }
        catch (OperationCanceledException)
        {
            throw await FailAsync(process, found, exit: null).ConfigureAwait(false);
        }

        var exit = await process.Exited.ConfigureAwait(false);
        throw await FailAsync(process, found, exit).ConfigureAwait(false);
    }

    private static Process Start(ProcessProgram program, PrivateSocket socket)
    {
        var info = program.ToStartInfo([ServingStreams.Command, socket.Address]);
        info.Environment[WorkerEnvironment.TokenVariable] = socket.Token;
        try
        {
            return Process.Start(info)!;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new WorkerStartException($"{program.FileName} cannot be started: {exception.Message}", exception);
        }
    }

    private static async ValueTask<WorkerStartException> FailAsync(ChildProcess process, ProcessProgram program, WorkerExit? exit)
    {
        var lines = new LineTail();
        process.Kill();
        process.OutputLine = (stream, line) => lines.Add(line);
        await process.Exited.ConfigureAwait(false);
        await process.DisposeAsync().ConfigureAwait(false);
        return exit is null ? WorkerStartException.DoesNotServe(process.Name, program.Path, "said nothing in time", lines.Take())
            : exit.ExitCode == 0 ? WorkerStartException.DoesNotServe(process.Name, program.Path, WorkerText.EndOf(exit), lines.Take())
            : WorkerStartException.Failed(process.Name, program.Path, WorkerText.EndOf(exit), lines.Take());
    }
}
