namespace Graflow.TestProgram;

/// <summary>How much of a change comes about before the process is gone.</summary>
internal enum Moment
{
    Before,
    Torn,
    After,
}
