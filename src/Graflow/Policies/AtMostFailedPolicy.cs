using System.Globalization;

namespace Graflow;

/// <summary>No more than a share of the branches may fail.</summary>
internal sealed class AtMostFailedPolicy : TolerantPolicy
{
    private readonly double _percent;

    internal AtMostFailedPolicy(double percent)
    {
        if (!(percent >= 0 && percent <= 100))
        {
            throw new FlowDefinitionException(string.Create(CultureInfo.InvariantCulture, $"AtMostFailed({percent}) is not a percentage; give 0 to 100."), "GRF108");
        }

        _percent = percent;
    }

    public override bool ShouldFail(IReadOnlyList<BranchResult> failed, IReadOnlyList<BranchResult> succeeded) =>
        failed.Count * 100.0 > _percent * (failed.Count + succeeded.Count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"AtMostFailed({_percent})");
}
