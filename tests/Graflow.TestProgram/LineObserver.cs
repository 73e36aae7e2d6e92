namespace Graflow.TestProgram;

/// <summary>Prints the lines of bodies.</summary>
internal sealed class LineObserver : IRunObserver
{
    public void OnEvent(RunEvent runEvent)
    {
        if (runEvent is TaskLogged line)
        {
            Console.WriteLine(line.Line);
        }
    }
}
