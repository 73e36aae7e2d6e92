namespace Graflow.Running;

/// <summary>Leads what bodies print to standard error while a run is under way: standard output is the run's result alone.</summary>
internal sealed class ConsoleLead : IDisposable
{
    private readonly TextWriter _before = Console.Out;

    internal ConsoleLead() => Console.SetOut(Console.Error);

    public void Dispose() => Console.SetOut(_before);
}
