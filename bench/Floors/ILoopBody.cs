namespace Graflow.Bench.Floors;

internal interface ILoopBody
{
    /// <summary>Advances the value; whether the loop goes on.</summary>
    bool Invoke(ref int x);
}
