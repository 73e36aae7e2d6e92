namespace Graflow.Commands;

/// <summary>What a shell learns of a command.</summary>
internal static class ExitCode
{
    internal const int Ok = 0;
    internal const int RunFailed = 1;
    internal const int Usage = 2;

    /// <summary>What <c>sysexits.h</c> calls a temporary failure: the run was suspended, and goes on when it is resumed.</summary>
    internal const int Suspended = 75;

    /// <summary>What shells use for an interrupt: 128 and the number of the signal.</summary>
    internal const int Cancelled = 130;
}
