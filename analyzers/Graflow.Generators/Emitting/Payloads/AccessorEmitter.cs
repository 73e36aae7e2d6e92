using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Declares and calls accessors of private members.</summary>
internal static class AccessorEmitter
{
    public static void Declare(CodeWriter writer, AccessorModel accessor, string name)
    {
        writer.Line();
        if (accessor.TypeParameters.Length > 0)
        {
            // The runtime finds a member of a generic type by a declaration with the same type parameters.
            writer.Open($"private static class {name}Of{accessor.TypeParameters}{accessor.Constraints}");
            DeclareMethod(writer, accessor, name, "internal");
            writer.Close();
        }
        else
        {
            DeclareMethod(writer, accessor, name, "private");
        }
    }

    /// <summary>The call up to its arguments.</summary>
    public static string Name(AccessorModel accessor, string name) =>
        accessor.TypeParameters.Length > 0 ? $"{name}Of{accessor.TypeArguments}.{name}" : name;

    public static string Get(AccessorModel accessor, string name, string value) => $"{Name(accessor, name)}({Target(accessor, value)})";

    public static string Set(AccessorModel accessor, string name, string target, string value) => accessor.Kind == AccessorKind.Field
        ? $"{Name(accessor, name)}({Target(accessor, target)}) = {value};"
        : $"{Name(accessor, name)}({Target(accessor, target)}, {value});";

    private static string Target(AccessorModel accessor, string value) => accessor.OwnerIsValueType ? $"ref {value}" : value;

    private static void DeclareMethod(CodeWriter writer, AccessorModel accessor, string name, string visibility)
    {
        var target = $"{(accessor.OwnerIsValueType ? "ref " : "")}{accessor.Owner} target";
        var types = accessor.MemberTypes;
        var (kind, signature) = accessor.Kind switch
        {
            AccessorKind.Field => ("Field", $"ref {types[0]} {name}({target})"),
            AccessorKind.Getter => ("Method", $"{types[0]} {name}({target})"),
            AccessorKind.Setter => ("Method", $"void {name}({target}, {types[0]} value)"),
            _ => ("Constructor", $"{accessor.Owner} {name}({string.Join(", ", types.Select(static (type, index) => $"{type} p{Literal.Of(index)}"))})"),
        };
        var member = accessor.Target.Length > 0 ? $", Name = {Literal.Of(accessor.Target)}" : "";
        writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}{member})]");
        writer.Line($"{visibility} static extern {signature};");
    }
}
