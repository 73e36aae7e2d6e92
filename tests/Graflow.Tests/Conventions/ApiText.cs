using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Graflow.Tests.Conventions;

/// <summary>What an assembly offers, one line a member, in an order that no compiler changes.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(IsWritten).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var bases = new[] { type.BaseType }.Where(parent => parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && parent != typeof(MulticastDelegate))
            .Concat(type.GetInterfaces().Where(face => face.IsPublic).OrderBy(face => face.ToString(), StringComparer.Ordinal))
            .Select(parent => ApiName.Of(parent!));
        var list = type.IsEnum ? "" : string.Join(", ", bases);
        return $"{type.Namespace}: {Kind(type)} {ApiName.Of(type)}{(list.Length == 0 ? "" : " : " + list)}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { BaseType: var parent } when parent == typeof(MulticastDelegate) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(Declared).Where(IsWritten).Select(member => member switch
        {
            ConstructorInfo made when IsVisible(made) => $"{type.Name.Split('`')[0]}({Parameters(made)})",
            MethodInfo method when IsVisible(method) && !IsAccessor(method) => Method(method),
            PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) => Property(property),
            EventInfo raised when IsVisible(raised.AddMethod!) => $"event {ApiName.Of(raised.EventHandlerType!)} {raised.Name}",
            FieldInfo { IsLiteral: true, IsPublic: true } field when type.IsEnum => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}",
            FieldInfo field when field is { IsSpecialName: false } and ({ IsPublic: true } or { IsFamily: true }) => $"{(field.IsStatic ? "static " : "")}{ApiName.Of(field.FieldType)} {field.Name}",
            _ => "",
        }).Where(line => line.Length > 0);

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var result = ApiName.Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));
        return $"{Trap(method)}{Modifiers(method)}{result} {method.Name}{generic}({Parameters(method)}){Constraints(method)}";
    }

    /// <summary>A method that exists to be an error message.</summary>
    private static string Trap(MethodInfo method) =>
        method.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete ? $"[{obsolete.DiagnosticId ?? "Obsolete"}] " : "";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        var setter = accessors.Find(accessor => accessor.ReturnType == typeof(void));
        var write = setter is null ? "" : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return $"{Modifiers(accessors[0])}{ApiName.Of(property.PropertyType, new NullabilityInfoContext().Create(property))} {property.Name} {{ get;{write} }}";
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
            $"{Passing(parameter)}{ApiName.Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = " + ApiName.Literal(parameter.DefaultValue) : "")}"));

    private static string Passing(ParameterInfo parameter) => parameter switch
    {
        { IsOut: true } => "out ",
        { IsIn: true } => "in ",
        { ParameterType.IsByRef: true } => "ref ",
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
        _ => "",
    };

    private static string Constraints(MethodInfo method) =>
        string.Concat(method.GetGenericArguments().Where(_ => method.IsGenericMethodDefinition)
            .Select(argument => (argument.Name, Bounds: argument.GetGenericParameterConstraints()))
            .Where(argument => argument.Bounds.Length > 0)
            .Select(argument => $" where {argument.Name} : {string.Join(", ", argument.Bounds.Select(bound => ApiName.Of(bound)))}"));

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    } is var words && method.IsFamily ? "protected " + words : words;

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsWritten(MemberInfo member) =>
        !member.Name.Contains('<', StringComparison.Ordinal) && !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
