using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>Writes the one method of a node that calls the user's.</summary>
/// <param name="task">The task.</param>
/// <param name="parameters">The parameters that are passed; a subset where optional ones are left out.</param>
/// <param name="input">The node's input type.</param>
internal sealed class BodyEmitter(TaskModel task, EquatableArray<ParameterModel> parameters, string input)
{
    private readonly bool _readsChannel = parameters.Any(static parameter => parameter.Kind == ParameterKind.Channel);

    /// <summary>The member of <c>TaskBody</c> that says which method is overridden.</summary>
    public string Kind => (task.Output.IsNext, IsAsync) switch
    {
        (false, false) => "Value",
        (false, true) => "ValueAsync",
        (true, false) => "Next",
        (true, true) => "NextAsync",
    };

    private bool IsAsync => task.Output.IsAsync || _readsChannel;

    private string Result => task.Output.IsNext ? $"global::Graflow.Next<{task.Output.Type}>" : task.Output.Type;

    public void Emit(CodeWriter writer)
    {
        var name = task.Output.IsNext ? "InvokeNext" : "Invoke";
        var access = task.IsFriend ? "protected internal" : "protected";
        var arguments = $"({input} input, {WellKnown.TaskContext} context)";
        writer.Line("/// <inheritdoc/>");
        if (!IsAsync)
        {
            EmitSync(writer, $"{access} override {Result} {name}{arguments}");
        }
        else if (_readsChannel || task.Instance is not null)
        {
            EmitAwaiting(writer, $"{access} override async global::System.Threading.Tasks.ValueTask<{Result}> {name}Async{arguments}");
        }
        else
        {
            writer.Line($"{access} override global::System.Threading.Tasks.ValueTask<{Result}> {name}Async{arguments} => {AsValueTask(Call())};");
        }
    }

    private void EmitSync(CodeWriter writer, string signature)
    {
        if (task.Instance is null && task.Output.Kind != ReturnKind.Void)
        {
            writer.Line($"{signature} => {Call()};");
            return;
        }

        writer.Open(signature);
        if (task.Instance is { } instance)
        {
            writer.Line($"using var instance = {Lease(instance)};");
        }

        EmitReturn(writer, Call(), task.Output.Kind == ReturnKind.Void);
        writer.Close();
    }

    private void EmitAwaiting(CodeWriter writer, string signature)
    {
        writer.Open(signature);
        foreach (var parameter in parameters.Where(static parameter => parameter.Kind == ParameterKind.Channel))
        {
            var type = $"{WellKnown.Inject}.ChannelValueAsync<{parameter.Type}>";
            var fallback = parameter.Default is null ? "" : $", {parameter.Default}";
            writer.Line($"var {Local(parameter)} = await {type}(context, {Literal.Of(parameter.Key!)}{fallback}).ConfigureAwait(false);");
        }

        if (task.Instance is { } instance)
        {
            writer.Line($"var instance = {Lease(instance)};");
            writer.Line("await using var _ = instance.ConfigureAwait(false);");
        }

        var call = task.Output.IsAsync ? $"await {Call()}.ConfigureAwait(false)" : Call();
        EmitReturn(writer, call, task.Output.Kind is ReturnKind.Void or ReturnKind.Task or ReturnKind.ValueTask);
        writer.Close();
    }

    private static void EmitReturn(CodeWriter writer, string call, bool isUnit)
    {
        if (isUnit)
        {
            writer.Line($"{call};");
            writer.Line("return default;");
        }
        else
        {
            writer.Line($"return {call};");
        }
    }

    private string AsValueTask(string call) => task.Output.Kind switch
    {
        ReturnKind.Task or ReturnKind.ValueTask => $"{WellKnown.Inject}.AsUnit({call})",
        ReturnKind.TaskOfValue or ReturnKind.TaskOfNext => $"new({call})",
        _ => call,
    };

    private string Call()
    {
        var isComplete = parameters.Count == task.Parameters.Count;
        var inputs = parameters.Count(static parameter => parameter.IsInput);
        var position = 0;
        var arguments = new List<string>();
        foreach (var parameter in parameters)
        {
            var value = parameter.IsInput
                ? inputs == 1 ? "input" : $"input.Item{Literal.Of(++position)}"
                : Injected(parameter);
            arguments.Add(isComplete ? value : $"{Literal.Escape(parameter.Name)}: {value}");
        }

        var target = task.Instance is null ? task.Container.FullName : "instance.Value";
        return $"{target}.{task.Method}({string.Join(", ", arguments)})";
    }

    private static string Injected(ParameterModel parameter) => parameter.Kind switch
    {
        ParameterKind.Context => "context",
        ParameterKind.TypedContext => $"({parameter.Type})context",
        ParameterKind.CancellationToken => "context.CancellationToken",
        ParameterKind.Logger => "context.Logger",
        ParameterKind.Service => $"{WellKnown.Inject}.Service<{parameter.Type}>(context, {Literal.Of(parameter.Name)})",
        ParameterKind.OptionalService => $"{WellKnown.Inject}.OptionalService<{parameter.Type.TrimEnd('?')}>(context)",
        _ => Local(parameter),
    };

    private static string Lease(InstanceModel instance)
    {
        var factory = instance.CanCreate ? $"static () => new {instance.Type}()" : "null";
        return $"{WellKnown.Inject}.Instance<{instance.Type}>(context, {factory})";
    }

    private static string Local(ParameterModel parameter) => "channel_" + parameter.Name;
}
