using System.Globalization;

namespace Graflow.Generators.Flows;

/// <summary>What contradicts itself in a policy, in the words of the library's policies; null where nothing does.</summary>
internal static class PolicyRules
{
    public const string NoBranch = "Flow.Parallel was given no branch; give at least one.";

    public static string? AtLeast(int count) =>
        count < 1 ? $"AtLeast({count}) asks for nothing; give 1 or more, or use BestEffort." : null;

    public static string? AtMostFailed(double percent) =>
        percent is >= 0 and <= 100 ? null : $"AtMostFailed({percent.ToString(CultureInfo.InvariantCulture)}) is not a percentage; give 0 to 100.";

    public static string? Critical(int tasks) =>
        tasks == 0 ? "Critical() names no task; name one or more, or use BestEffort." : null;

    /// <param name="policy">The policy.</param>
    /// <param name="group">A group of branches.</param>
    public static string? Branches(PolicyTerm policy, FlowTerm group)
    {
        if (group.IsOpen)
        {
            return null;
        }

        var size = group.Operands.Length;
        if (policy.Count > size)
        {
            return $"AtLeast({policy.Count}) can never succeed: {FlowText.GroupName(group)} has {size} branches. Ask for {size} or fewer.";
        }

        var branches = group.Operands.Select(FlowText.OutputName).ToArray();
        return policy.Tasks is { } tasks && !branches.Contains(null) && tasks.FirstOrDefault(task => !branches.Contains(task)) is { } stranger
            ? $"Critical names {stranger}, which yields no branch's output in {FlowText.GroupName(group)}: the branches end in {string.Join(", ", branches)}. Name one of these."
            : null;
    }

    /// <param name="policy">The policy.</param>
    /// <param name="map">A <c>ForEach</c>.</param>
    public static string? Elements(PolicyTerm policy, FlowTerm map) => policy.Tasks is null
        ? null
        : $"{policy.Text} names branches, and the elements of {FlowText.GroupName(map)} have no names. Use AtLeast or AtMostFailed.";
}
