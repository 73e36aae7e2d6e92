namespace Graflow.Engine;

/// <summary>Finds, for each vertex, the innermost group branch that all its consumers are in.</summary>
internal static class BranchMap
{
    internal static GroupBranch?[] Of(FlowPlan plan)
    {
        // scopes[v]: the chain of branches around v, innermost first. Consumers come before producers.
        var scopes = new BranchScope?[plan.Vertices.Length];
        var known = new bool[plan.Vertices.Length];
        foreach (var vertex in InReverseOrder(plan))
        {
            var inner = scopes[vertex.Index];
            if (vertex is GroupVertex group)
            {
                for (var i = 0; i < group.Shape.Branches.Length; i++)
                {
                    Meet(group.Shape.Branches[i], new BranchScope(inner, new GroupBranch(vertex.Index, i)));
                }

                Meet(group.Shape.RegionInput, inner);
                continue;
            }

            foreach (var input in vertex.Inputs)
            {
                Meet(input, inner);
            }
        }

        return Array.ConvertAll(scopes, static scope => scope?.Branch);

        void Meet(int vertex, BranchScope? scope)
        {
            scopes[vertex] = known[vertex] ? BranchScope.Common(scopes[vertex], scope) : scope;
            known[vertex] = true;
        }
    }

    private static IEnumerable<Vertex> InReverseOrder(FlowPlan plan)
    {
        var waiting = new int[plan.Vertices.Length];
        var ready = new Stack<int>([plan.Output]);
        for (var i = 0; i < waiting.Length; i++)
        {
            waiting[i] = plan.SuccessorsOf(i).Length;
        }

        while (ready.TryPop(out var index))
        {
            yield return plan.Vertices[index];
            foreach (var input in plan.Vertices[index].Inputs)
            {
                if (--waiting[input] == 0)
                {
                    ready.Push(input);
                }
            }
        }
    }

    private sealed class BranchScope(BranchScope? outer, GroupBranch branch)
    {
        internal GroupBranch Branch { get; } = branch;

        private BranchScope? Outer { get; } = outer;

        private int Depth { get; } = outer is null ? 1 : outer.Depth + 1;

        internal static BranchScope? Common(BranchScope? left, BranchScope? right)
        {
            while (left is not null && right is not null && left.Branch != right.Branch)
            {
                if (left.Depth >= right.Depth)
                {
                    left = left.Outer;
                }
                else
                {
                    right = right.Outer;
                }
            }

            return left is null || right is null ? null : left;
        }
    }
}
