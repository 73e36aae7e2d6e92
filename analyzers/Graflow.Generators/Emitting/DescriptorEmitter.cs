using Graflow.Generators.Models;

namespace Graflow.Generators.Emitting;

/// <summary>Writes what the engine knows of a task before it runs it.</summary>
internal static class DescriptorEmitter
{
    public static string Emit(TaskModel task, string id, string body, EquatableArray<ParameterModel> parameters)
    {
        const string services = WellKnown.CompilerServices;
        var settings = new List<string> { $"Assembly = {Literal.Of(task.Assembly)}" };
        var inputs = parameters.Where(static parameter => parameter.IsInput).Select(static parameter => parameter.Name).ToArray();
        AddStrings(settings, "Parameters", inputs);
        var injection = Injection(task, parameters);
        if (injection.Count > 0)
        {
            settings.Add($"Injection = {string.Join(" | ", injection.Select(static flag => $"{services}.TaskInjection.{flag}"))}");
        }

        if (task.Options != OptionsModel.Default)
        {
            settings.Add($"Options = {OptionsEmitter.Emit(task.Options)}");
        }

        if (task.Instance is { } instance)
        {
            settings.Add($"InstanceType = typeof({instance.Type})");
            settings.Add($"CanCreateInstance = {(instance.CanCreate ? "true" : "false")}");
        }

        AddStrings(settings, "NextTargets", [.. task.NextTargets]);
        return $"new {services}.TaskDescriptor({Literal.Of(id)}, {services}.TaskBody.{body}) {{ {string.Join(", ", settings)} }}";
    }

    private static List<string> Injection(TaskModel task, EquatableArray<ParameterModel> parameters)
    {
        var flags = new List<string>();
        foreach (var parameter in parameters)
        {
            var flag = parameter.Kind switch
            {
                ParameterKind.Context or ParameterKind.TypedContext => "Context",
                ParameterKind.CancellationToken => "CancellationToken",
                ParameterKind.Logger => "Logger",
                ParameterKind.Service or ParameterKind.OptionalService => "Services",
                ParameterKind.Channel => "Channel",
                _ => null,
            };
            if (flag is not null && !flags.Contains(flag))
            {
                flags.Add(flag);
            }
        }

        if (task.Instance is not null && !flags.Contains("Services"))
        {
            flags.Add("Services");
        }

        return flags;
    }

    private static void AddStrings(List<string> settings, string name, string[] values)
    {
        if (values.Length > 0)
        {
            settings.Add($"{name} = new string[] {{ {string.Join(", ", values.Select(Literal.Of))} }}");
        }
    }
}
