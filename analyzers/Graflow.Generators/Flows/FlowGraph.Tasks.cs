using Graflow.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Graflow.Generators.Flows;

internal sealed partial class FlowGraph
{
    private int AddTask(TaskMention task, FlowStep step)
    {
        var key = (task.Id, FlowText.Join(step.Region.Path, task.Path));
        if (!_tasks.TryGetValue(key, out var index))
        {
            index = Add(step, "", step.Input);
            _tasks.Add(key, index);
            return index;
        }

        var vertex = _vertices[index];
        if (vertex.HasProblem || CheckSameTask(task, vertex, step))
        {
            return index;
        }

        if (!vertex.Inputs.Contains(step.Input) && (task.TakesUnit || CheckSameInput(vertex, step)))
        {
            vertex.Inputs.Add(step.Input);
            vertex.Places[step.Input] = step.Term.Site.Below(step.Mention);
        }

        return index;
    }

    /// <returns>Whether there is a problem.</returns>
    private bool CheckSameTask(TaskMention task, FlowVertex vertex, FlowStep step)
    {
        var known = vertex.Task!;
        if (!known.Identity.Equals(task.Identity))
        {
            Report(Rules.TwoTasks, FlowWords.TwoTasks(vertex.Id), vertex, step);
        }
        else if (known.Options.IsSameAs(task.Options) == false)
        {
            Report(FlowRules.TwoSettings, FlowWords.TwoOptionSets(vertex.Id), vertex, step);
        }
        else if (!vertex.Step!.Region.SharesLaneWith(step.Region))
        {
            Report(FlowRules.TwoSettings, FlowWords.TwoExecutions(vertex.Id), vertex, step);
        }

        return vertex.HasProblem;
    }

    /// <returns>Whether the input may be one of the vertex.</returns>
    private bool CheckSameInput(FlowVertex vertex, FlowStep step)
    {
        if (FindPath(from: step.Input, to: vertex.Index) is { } path)
        {
            ReportCycle(path, step.Term.Site.Below(step.Mention), vertex);
        }
        else if (vertex.Inputs.FindIndex(input => DefinitelyDiffer(input, step.Input)) is >= 0 and var known)
        {
            Report(FlowRules.TwoInputs, FlowWords.TwoInputs(vertex.Id, _vertices[vertex.Inputs[known]].Id, _vertices[step.Input].Id), vertex, step);
        }

        return !vertex.HasProblem;
    }

    private void Report(DiagnosticDescriptor rule, string message, FlowVertex vertex, FlowStep step)
    {
        vertex.HasProblem = true;
        _problems.Add(new FlowProblem(rule, message, step.Term.Site.Below(step.Mention), [vertex.Site!]));
    }

    /// <summary>Whether no choice, parameter or other assembly could make one vertex of the two.</summary>
    private bool DefinitelyDiffer(int left, int right)
    {
        while (true)
        {
            var (a, b) = (_vertices[left], _vertices[right]);
            if (a == b || a.IsUnknown || b.IsUnknown)
            {
                return false;
            }

            if (a.Step is null || b.Step is null || a.Task is not null || b.Task is not null || a.Step.Term != b.Step.Term || a.Step.Region != b.Step.Region || a.Suffix != b.Suffix)
            {
                return true;
            }

            (left, right) = (a.Step.Input, b.Step.Input);
        }
    }
}
