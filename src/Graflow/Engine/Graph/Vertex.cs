using Graflow.CompilerServices;

namespace Graflow.Engine;

/// <summary>One step of a plan: immutable, shared by all runs. What changes in a run is in its <see cref="VertexState"/>.</summary>
internal abstract class Vertex(VertexSite site)
{
    private string? _id;

    /// <summary>The place in the plan's arrays; predecessors have lower ones.</summary>
    internal int Index { get; } = site.Index;

    /// <summary>Instance path and name inside the plan, such as <c>eu/Orders.Fetch</c>.</summary>
    internal string Id => _id ??= site.Name.ToString();

    /// <summary>Which of the plan's lanes bounds the body; 0 means the lane around the whole plan.</summary>
    internal int Lane { get; } = site.Lane;

    /// <summary>The vertices that must settle first, one entry for each edge; the one that passes its value comes first.</summary>
    internal int[] Inputs { get; set; } = [];

    /// <summary>Whether a task does this vertex's work, which then has no state.</summary>
    internal bool IsFused { get; set; }

    /// <summary>The inputs whose values hold memory, to be freed after their last reader.</summary>
    internal int[] ReleasedInputs
    {
        get;
        set
        {
            field = value;
            ReleasesInputs = value.Length != 0;
        }
    } = [];

    /// <summary>Whether there are such inputs: asked each time a vertex settles, where their list is a cache line further away.</summary>
    internal bool ReleasesInputs { get; private set; }

    /// <summary>Whether the value holds references, and with them memory.</summary>
    internal abstract bool HoldsReferences { get; }

    /// <summary>The vertex whose failure passes this one by; -1 where there is no such difference.</summary>
    internal virtual int RegionInput => -1;

    /// <summary>Whether a predecessor's failure makes this vertex skip; joins decide for themselves.</summary>
    internal virtual bool IsBlockedByFailure => true;

    /// <summary>Whether one predecessor without a value leaves this vertex without one too; else it has one as long as any of them has.</summary>
    internal virtual bool NeedsAllInputs => IsBlockedByFailure;

    /// <summary>Whether it wants to hear of each predecessor as it settles, and not only of the last.</summary>
    internal virtual bool ObservesInputs => false;

    /// <summary>Whether it may cancel vertices that run, so that bodies in its plan must be interruptible.</summary>
    internal virtual bool Interrupts => false;

    internal abstract VertexState CreateState(Frame frame);

    /// <summary>What a resumed run relies on.</summary>
    /// <param name="shapes">What the types are described to.</param>
    /// <param name="isEnd">Whether its value is the run's output, which is recorded even where it could be computed again.</param>
    internal abstract VertexStructure Structure(PayloadShapes shapes, bool isEnd);
}
