using System.Text;

namespace Graflow.Generators.Flows;

/// <summary>Terms as the operators that built them: the library's FlowText, so that messages at build time are those at run time.</summary>
internal static class FlowText
{
    private const int MaxLength = 160;
    private const string Unknown = "…";

    public static string Join(string prefix, string rest) =>
        prefix.Length == 0 ? rest : rest.Length == 0 ? prefix : $"{prefix}/{rest}";

    public static string Describe(FlowTerm term)
    {
        var text = new StringBuilder();
        Write(text, term, depth: 0);
        return Cut(text);
    }

    /// <summary>The path of the task that yields the term's output; its text where there is none; null where it is not known.</summary>
    public static string? OutputName(FlowTerm term)
    {
        var prefix = "";
        for (var current = term; ;)
        {
            if (current.Kind == FlowTermKind.As)
            {
                prefix = Join(prefix, current.Name!);
            }

            switch (current.Kind)
            {
                case FlowTermKind.Unknown or FlowTermKind.Null:
                    return null;
                case FlowTermKind.Task:
                    return Join(prefix, current.Task!.FullName);
                case FlowTermKind.Sequence:
                    current = current.Operands[1];
                    break;
                case FlowTermKind.Group or FlowTermKind.ForEach:
                    return Join(prefix, current.Name ?? Describe(current));
                case FlowTermKind.Race:
                    return Join(prefix, Describe(current));
                default:
                    current = current.Operands[0];
                    break;
            }
        }
    }

    public static string GroupName(FlowTerm group) => group.Name is { } name ? $"the group {name}" : Describe(group);

    /// <summary>What the vertex of a term that is no task is called.</summary>
    public static string VertexName(FlowTerm term, string suffix) => term.Kind switch
    {
        FlowTermKind.Group or FlowTermKind.Race => term.Name ?? DescribeGroup(term.Operands),
        FlowTermKind.ForEach => term.Name ?? Describe(term.Operands[0]) + suffix,
        FlowTermKind.Unknown => Unknown,
        _ => Describe(term.Operands[0]) + suffix,
    };

    private static string DescribeGroup(FlowTerm[] branches)
    {
        var text = new StringBuilder();
        WriteBranches(text, branches, depth: 0, "");
        return Cut(text);
    }

    private static string Cut(StringBuilder text) => text.Length > MaxLength ? $"{text.ToString(0, MaxLength)}…" : text.ToString();

    private static void Write(StringBuilder text, FlowTerm named, int depth)
    {
        var term = named.Inner;
        if (text.Length > MaxLength || depth > 32)
        {
            text.Append('…');
            return;
        }

        switch (term.Kind)
        {
            case FlowTermKind.Task:
                text.Append(term.Task!.FullName);
                break;
            case FlowTermKind.Unknown or FlowTermKind.Null:
                text.Append('…');
                break;
            case FlowTermKind.Sequence:
                Write(text, term.Operands[0], depth + 1);
                text.Append(" >> ");
                Write(text, term.Operands[1], depth + 1);
                break;
            case FlowTermKind.Select when term.IsConversion:
                Write(text, term.Operands[0], depth + 1);
                break;
            case FlowTermKind.Group:
                WriteBranches(text, term.Operands, depth, term.Name is null ? "" : $".Named(\"{term.Name}\")");
                break;
            case FlowTermKind.Race:
                WriteBranches(text, term.Operands, depth, ".First()");
                break;
            default:
                WriteSuffixed(text, term, depth);
                break;
        }
    }

    private static void WriteSuffixed(StringBuilder text, FlowTerm term, int depth)
    {
        var suffix = term.Kind switch
        {
            FlowTermKind.Select => ".Select(…)",
            FlowTermKind.Bind => ".Bind(…)",
            FlowTermKind.As => $".As(\"{term.Name}\")",
            FlowTermKind.Execution => $".WithExecution({term.Text ?? Unknown})",
            FlowTermKind.Try => ".Try()",
            FlowTermKind.OrElse => $".OrElse({Describe(term.Operands[1])})",
            FlowTermKind.Within => $".Within({term.Text ?? Unknown})",
            _ => ".ForEach()",
        };
        WriteOperand(text, term.Operands[0], depth + 1);
        text.Append(suffix);
    }

    private static void WriteOperand(StringBuilder text, FlowTerm operand, int depth)
    {
        var isSequence = operand.Inner.Kind == FlowTermKind.Sequence;
        text.Append(isSequence ? "(" : "");
        Write(text, operand, depth);
        text.Append(isSequence ? ")" : "");
    }

    private static void WriteBranches(StringBuilder text, FlowTerm[] branches, int depth, string suffix)
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
