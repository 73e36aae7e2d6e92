namespace Graflow.Payloads;

/// <summary>Why a value stays in its process and what to do instead, as the build says it and as a run does.</summary>
internal static class UnsendableWords
{
    internal const string Function = "is a function, whose code and captured variables stay in this process; pass the data that it needs";

    internal const string Stream = "is a stream, which stays in this process; read it into a byte[] or a string, or pass the name of where it is";

    internal const string Work = "is work or values still to come, which stay in this process; await it and pass the result";

    internal const string CancellationToken = "is a cancellation token, which stays in this process; take a CancellationToken parameter in the task that needs one";

    internal const string OfAttempt = "belongs to one attempt of a task; take a TaskContext parameter in the task that needs one, whose Channel is the run's";

    internal const string Resource = "is a resource of this process; pass what it takes to open one, or take it as a [FromServices] parameter";

    internal const string AnyObject = "may be anything, and a payload never chooses a type; declare the type, or an interface with [Union]";

    internal const string Opaque = "does not show its state, so that nothing would be kept of it; convert it to a type of your own";
}
