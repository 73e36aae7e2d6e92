namespace Graflow.Live;

/// <summary>Leads the process's console past a screen, and gives it back.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly List<PassingWriter> _writers = [];
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextWriter _passingOutput;
    private readonly TextWriter _passingError;

    internal ConsoleCapture(Action<PassingWriter, string> pass)
    {
        Console.SetOut(Wrap(_output, pass));
        _passingOutput = Console.Out;
        if (!Console.IsErrorRedirected)
        {
            Console.SetError(Wrap(_error, pass));
        }

        _passingError = Console.Error;
    }

    internal IReadOnlyList<PassingWriter> Writers => _writers;

    /// <summary>Puts the writers back, unless somebody else has put theirs in the meantime.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(Console.Out, _passingOutput))
        {
            Console.SetOut(_output);
        }

        if (ReferenceEquals(Console.Error, _passingError))
        {
            Console.SetError(_error);
        }
    }

    private PassingWriter Wrap(TextWriter original, Action<PassingWriter, string> pass)
    {
        var writer = new PassingWriter(original, pass);
        _writers.Add(writer);
        return writer;
    }
}
