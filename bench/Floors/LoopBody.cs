using System.Runtime.CompilerServices;

namespace Graflow.Bench.Floors;

/// <summary>A loop's body: one virtual call that says what comes next and whether it goes on.</summary>
internal sealed class LoopBody(int end) : ILoopBody
{
    // A body that the compiler sees through would turn the whole loop into an addition.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Invoke(ref int x) => (x = Bodies.Step(x)) < end;
}
