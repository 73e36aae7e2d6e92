using System.Text;

namespace Graflow.Dsl;

/// <summary>Expressions as the operators that built them, for messages.</summary>
internal static class FlowText
{
    private const int MaxLength = 160;

    internal static string Describe(FlowExpression expression)
    {
        var text = new StringBuilder();
        Write(text, expression, depth: 0);
        return text.Length > MaxLength ? $"{text.ToString(0, MaxLength)}…" : text.ToString();
    }

    /// <summary>The path of the task that yields the expression's output; the expression's text where there is none.</summary>
    internal static string OutputName(FlowExpression expression)
    {
        var prefix = "";
        for (var current = expression; ;)
        {
            if (current is AsExpression instance)
            {
                prefix = FlowPath.Join(prefix, instance.Name);
            }

            if (current is TaskExpression task)
            {
                return FlowPath.Join(prefix, task.Node.ToString());
            }

            if (OutputSource(current) is not { } source)
            {
                return FlowPath.Join(prefix, current is ConfiguredExpression { Settings.Name: { } name } ? name : Describe(current));
            }

            current = source;
        }
    }

    internal static string GroupName(ConfiguredExpression group) => group.Settings.Name is { } name ? $"the group {name}" : Describe(group);

    private static FlowExpression? OutputSource(FlowExpression expression) => expression switch
    {
        SequenceExpression sequence => sequence.Right,
        SelectExpression select => select.Source,
        BindExpression bind => bind.Target,
        AsExpression instance => instance.Source,
        ExecutionExpression execution => execution.Source,
        TryExpression attempt => attempt.Source,
        OrElseExpression alternative => alternative.Primary,
        WithinExpression within => within.Source,
        _ => null,
    };

    internal static string DescribeGroup(FlowExpression[] branches)
    {
        var text = new StringBuilder();
        WriteBranches(text, branches, depth: 0, "");
        return text.Length > MaxLength ? $"{text.ToString(0, MaxLength)}…" : text.ToString();
    }

    private static void Write(StringBuilder text, FlowExpression expression, int depth)
    {
        if (text.Length > MaxLength || depth > 32)
        {
            text.Append('…');
            return;
        }

        switch (expression)
        {
            case TaskExpression task:
                text.Append(task.Node);
                break;
            case SequenceExpression sequence:
                Write(text, sequence.Left, depth + 1);
                text.Append(" >> ");
                Write(text, sequence.Right, depth + 1);
                break;
            case WaitExpression wait:
                text.Append("WaitFor(\"").Append(wait.Name).Append("\")");
                break;
            case DelayExpression delay:
                text.Append("Delay(").Append(delay.Time).Append(')');
                break;
            case SelectExpression { IsConversion: true } conversion:
                Write(text, conversion.Source, depth + 1);
                break;
            case GroupExpression group:
                WriteBranches(text, group.Branches, depth, group.Settings.Name is null ? "" : $".Named(\"{group.Settings.Name}\")");
                break;
            case FirstExpression race:
                WriteBranches(text, race.Branches, depth, ".First()");
                break;
            default:
                WriteSuffixed(text, expression, depth);
                break;
        }
    }

    private static void WriteSuffixed(StringBuilder text, FlowExpression expression, int depth)
    {
        var (source, suffix) = expression switch
        {
            SelectExpression select => (select.Source, ".Select(…)"),
            BindExpression bind => (bind.Target, ".Bind(…)"),
            AsExpression instance => (instance.Source, $".As(\"{instance.Name}\")"),
            ExecutionExpression execution => (execution.Source, $".WithExecution({execution.Execution})"),
            TryExpression attempt => (attempt.Source, ".Try()"),
            OrElseExpression alternative => (alternative.Primary, $".OrElse({Describe(alternative.Fallback)})"),
            WithinExpression within => (within.Source, $".Within({within.Limit})"),
            ForEachExpression map => (map.Body, ".ForEach()"),
            _ => throw new InvalidOperationException($"Unknown expression {expression.GetType().Name}."),
        };
        WriteOperand(text, source, depth + 1);
        text.Append(suffix);
    }

    /// <summary>A chain in parentheses: as a branch it is GRF109 without them.</summary>
    private static void WriteOperand(StringBuilder text, FlowExpression operand, int depth)
    {
        text.Append(operand is SequenceExpression ? "(" : "");
        Write(text, operand, depth);
        text.Append(operand is SequenceExpression ? ")" : "");
    }

    private static void WriteBranches(StringBuilder text, FlowExpression[] branches, int depth, string suffix)
    {
        text.Append('(');
        for (var i = 0; i < branches.Length && text.Length <= MaxLength; i++)
        {
            text.Append(i == 0 ? "" : " | ");
            WriteOperand(text, branches[i], depth + 1);
        }

        text.Append(')').Append(suffix);
    }
}
