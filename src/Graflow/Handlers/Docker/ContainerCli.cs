using System.ComponentModel;
using System.Diagnostics;

namespace Graflow.Handlers.Docker;

/// <summary>The command line of a container engine: docker, or podman, which understands the same. Thread-safe.</summary>
internal sealed class ContainerCli
{
    private static readonly string[] Known = ["docker", "podman"];

    // Far longer than an engine needs that works at all.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, string> NoVariables = [];

    private readonly TimeProvider _time;

    private ContainerCli(string program, TimeProvider time)
    {
        Program = program;
        _time = time;
    }

    /// <summary>The full path of the command line.</summary>
    internal string Program { get; }

    /// <summary>The call that kills and removes; the names of the containers come after it.</summary>
    // podman would ask the program to end first, and wait for that.
    internal string[] Remove => IsPodman ? ["rm", "--force", "--volumes", "--time", "0"] : ["rm", "--force", "--volumes"];

    internal bool IsPodman => Path.GetFileNameWithoutExtension(Program).StartsWith("podman", StringComparison.OrdinalIgnoreCase);

    /// <param name="engine">As <see cref="DockerOptions.Engine"/> has it.</param>
    /// <param name="time">Bounds the calls.</param>
    /// <exception cref="ContainerEngineNotFoundException">There is none.</exception>
    internal static ContainerCli Find(string engine, TimeProvider time)
    {
        var names = engine == "auto" ? Known : [engine];
        var program = names.Select(ProgramPath.Find).FirstOrDefault(static path => path is not null);
        return program is null ? throw new ContainerEngineNotFoundException(engine) : new ContainerCli(program, time);
    }

    /// <summary>Calls the command line and waits for its end.</summary>
    /// <param name="arguments">Each is one argument, whatever is in it: no shell reads them.</param>
    /// <param name="ct">Ends the call.</param>
    /// <param name="limit">How long it may take; null means the time that a short call may take.</param>
    /// <exception cref="ContainerEngineUnreachableException">It took too long.</exception>
    /// <exception cref="ContainerEngineNotFoundException">The command line is gone.</exception>
    internal async ValueTask<CliResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct, TimeSpan? limit = null)
    {
        using var process = Start(arguments, NoVariables);
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(limit ?? CallTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var error = process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return new CliResult(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            process.Kill();
            ct.ThrowIfCancellationRequested();
            throw Unreachable(arguments, $"it did not answer within {limit ?? CallTimeout}.");
        }
    }

    /// <summary>Calls the command line for the first line that it prints, and ends it there.</summary>
    /// <returns>The line; null where it ended without one.</returns>
    internal async ValueTask<string?> FirstLineAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Start(arguments, NoVariables);
        process.StandardInput.Close();
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(CallTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            return await process.StandardOutput.ReadLineAsync(either.Token).ConfigureAwait(false);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Starts the command line with its three streams redirected.</summary>
    internal Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new ContainerEngineNotFoundException(Program);
        }
        catch (Win32Exception exception)
        {
            throw new ContainerEngineNotFoundException(Program, exception);
        }
    }

    /// <summary>An answer that nothing else explains.</summary>
    internal ContainerEngineUnreachableException Unreachable(IReadOnlyList<string> arguments, string complaint) =>
        new(Path.GetFileName(Program), string.Join(' ', arguments.TakeWhile(static argument => !argument.StartsWith('-'))), complaint);
}
