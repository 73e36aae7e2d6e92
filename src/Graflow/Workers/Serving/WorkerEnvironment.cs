namespace Graflow.Workers;

/// <summary>What a process knows of having been started as a worker.</summary>
internal static class WorkerEnvironment
{
    /// <summary>Holds the secret of the handshake; there in every process that was started to serve, and taken away once it does.</summary>
    internal const string TokenVariable = "GRAFLOW_WORKER_TOKEN";

    /// <summary>Whether this process was started to serve and did not begin to: it must start no workers, which would do the same again.</summary>
    internal static bool IsUnserving => Environment.GetEnvironmentVariable(TokenVariable) is not null;

    /// <summary>Whether this process runs bodies for another one.</summary>
    internal static bool IsServing { get; private set; }

    /// <summary>Takes the secret, so that programs which a body starts do not know it: from now on the process serves.</summary>
    internal static string TakeToken()
    {
        IsServing = true;
        var token = Environment.GetEnvironmentVariable(TokenVariable) ?? "";
        Environment.SetEnvironmentVariable(TokenVariable, null);
        return token;
    }
}
