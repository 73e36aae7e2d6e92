using Graflow.Generators.Models.Payloads;

namespace Graflow.Generators.Emitting.Payloads;

/// <summary>Writes the codec of a class or struct that is written member by member.</summary>
internal sealed class ObjectEmitter(CodeWriter writer, CodecModel codec)
{
    private const string Services = CodecEmitter.Services;
    private const string Constructor = "New";

    private readonly ConstructorModel _constructor = codec.Constructor!;
    private readonly string _type = codec.Type.Type;
    private readonly string _count = Literal.Of(codec.Members.Count);

    // What a member can be nested in is counted by what holds it.
    private readonly bool _isNesting = codec.Members.Any(static member => member.Type.Access is PayloadAccess.Generated or PayloadAccess.Library);

    private bool HasOpenRequirements => !_constructor.SetsRequiredMembers && codec.Members.Any(static member => member.IsRequired);

    public void Emit()
    {
        EmitWrite();
        writer.Line();
        EmitRead();
        if (codec.Members.Count > 0)
        {
            writer.Line();
            EmitReadOlder();
        }

        writer.Line();
        EmitNames(writer, codec);
        EmitAccessors();
    }

    /// <summary>The member's name for a failure's path.</summary>
    public static void EmitNames(CodeWriter writer, CodecModel codec)
    {
        writer.Line("private static string NameOf(int member) => member switch");
        writer.Line("{");
        for (var i = 0; i < codec.Members.Count; i++)
        {
            writer.Line($"    {Literal.Of(i)} => {Literal.Of(codec.Members[i].Name)},");
        }

        writer.Line("    _ => \"\",");
        writer.Line("};");
    }

    /// <summary>Refuses a value of a derived type, of which a part would be lost.</summary>
    public static void EmitTypeCheck(CodeWriter writer, CodecModel codec)
    {
        if (codec.MayBeDerived)
        {
            writer.Lines($$"""
                if (value.GetType() != typeof({{codec.Type.Type}}))
                {
                    {{Services}}.PayloadFailure.ThrowUnknownType(typeof({{codec.Type.Type}}), value.GetType());
                }

                """);
        }
    }

    private void EmitWrite()
    {
        writer.Open($"internal static void WriteValue(ref {Services}.PayloadWriter writer, {_type} value)");
        if (!codec.IsValueType)
        {
            writer.Lines("""
                if (value is null)
                {
                    writer.WriteNull();
                    return;
                }

                """);
            EmitTypeCheck(writer, codec);
        }

        EmitDepth("writer.Enter();");
        writer.Line($"writer.WriteObjectHeader({_count});");
        for (var i = 0; i < codec.Members.Count; i++)
        {
            var member = codec.Members[i];
            var value = member.Getter is { } getter ? AccessorEmitter.Get(getter, GetName(i), "value") : $"value.{Literal.Escape(member.Name)}";
            writer.Line(ValueCode.Write(member.Type, value, ValueCode.FieldOf(i)));
        }

        EmitDepth("writer.Leave();");
        writer.Close();
    }

    private void EmitRead()
    {
        writer.Open($"internal static {_type} ReadValue(ref {Services}.PayloadReader reader)");
        writer.Open("if (!reader.TryReadObjectHeader(out var count))");
        writer.Line(codec.IsValueType ? $"throw {Services}.PayloadFailure.OfNull(reader.Offset - 1, {Literal.Of(codec.Type.Wire)});" : "return null;");
        writer.Close();
        writer.Line();
        writer.Open($"if (count != {_count})");
        writer.Line(codec.Members.Count > 0 ? "return ReadOlder(ref reader, count);" : $"throw {TooMany()};");
        writer.Close();
        writer.Line();
        OpenTry();
        for (var i = 0; i < codec.Members.Count; i++)
        {
            if (i > 0)
            {
                writer.Line($"member = {Literal.Of(i)};");
            }

            var read = ValueCode.Read(codec.Members[i].Type, ValueCode.FieldOf(i));
            writer.Line(IsDropped(codec.Members[i]) ? $"_ = {read};" : $"var {Local(i)} = {read};");
        }

        writer.Line($"member = {_count};");
        EmitConstruction();
        EmitDepth("reader.Leave();");
        writer.Line("return result;");
        CloseTry();
        writer.Close();
    }

    private void EmitReadOlder()
    {
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]");
        writer.Open($"private static {_type} ReadOlder(ref {Services}.PayloadReader reader, byte count)");
        writer.Open($"if (count > {_count})");
        writer.Line($"throw {TooMany()};");
        writer.Close();
        writer.Line();
        OpenTry();
        for (var i = 0; i < codec.Members.Count; i++)
        {
            EmitReadPresent(i);
        }

        writer.Line($"member = {_count};");
        var isOpen = _constructor.IsAccessible && !HasOpenRequirements;
        writer.Line($"var result = {Construct(isOpen)};");
        for (var i = 0; i < codec.Members.Count; i++)
        {
            if (codec.Members[i].Setting is not (MemberSetting.Constructor or MemberSetting.None))
            {
                writer.Open($"if (count > {Literal.Of(i)})");
                writer.Line(SetLater(i));
                writer.Close();
                writer.Line();
            }
        }

        EmitDepth("reader.Leave();");
        writer.Line("return result;");
        CloseTry();
        writer.Close();
    }

    private void EmitReadPresent(int index)
    {
        var member = codec.Members[index];
        var isDropped = IsDropped(member);
        if (!isDropped)
        {
            var parameter = member.Parameter >= 0 ? _constructor.Parameters[member.Parameter] : null;
            writer.Line($"{member.Type.Type} {Local(index)} = {(parameter?.Type == member.Type.Type ? parameter.Default : null) ?? "default"};");
        }

        writer.Open($"if (count > {Literal.Of(index)})");
        writer.Line($"member = {Literal.Of(index)};");
        writer.Line($"{(isDropped ? "_" : Local(index))} = {ValueCode.Read(member.Type, ValueCode.FieldOf(index))};");
        writer.Close();
        writer.Line();
    }

    /// <summary>All members are there: what can be set in an initializer is.</summary>
    private void EmitConstruction()
    {
        var indexes = Enumerable.Range(0, codec.Members.Count).ToArray();
        if (!_constructor.IsAccessible)
        {
            writer.Line($"var result = {Construct(isOpen: false)};");
        }
        else
        {
            var settings = indexes.Where(IsInitialized).Select(index => $"{Literal.Escape(codec.Members[index].Name)} = {Local(index)}").ToArray();
            writer.Line($"var result = new {_type}({Arguments()}){(settings.Length > 0 ? $" {{ {string.Join(", ", settings)} }}" : "")};");
        }

        foreach (var index in indexes)
        {
            if (codec.Members[index].Setting is not (MemberSetting.Constructor or MemberSetting.None) && !(_constructor.IsAccessible && IsInitialized(index)))
            {
                writer.Line(SetLater(index));
            }
        }
    }

    private string Construct(bool isOpen) =>
        isOpen ? $"new {_type}({Arguments()})"
        : _constructor.IsImplicit ? $"default({_type})"
        : $"{AccessorEmitter.Name(_constructor.Accessor, Constructor)}({Arguments()})";

    private bool IsInitialized(int index) => codec.Members[index] switch
    {
        { Setting: MemberSetting.Assign or MemberSetting.Initialize } => true,
        { Setting: MemberSetting.Constructor, IsRequired: true } => !_constructor.SetsRequiredMembers,
        _ => false,
    };

    private string SetLater(int index)
    {
        var member = codec.Members[index];
        return member.Setting == MemberSetting.Assign
            ? $"result.{Literal.Escape(member.Name)} = {Local(index)};"
            : AccessorEmitter.Set(member.Setter!, SetName(index), "result", Local(index));
    }

    private string Arguments() => string.Join(", ", _constructor.Parameters.Select((parameter, index) =>
    {
        var member = codec.Members.Select(static (member, index) => (member, index)).FirstOrDefault(item => item.member.Parameter == index);
        return member.member is null ? parameter.Default! : Local(member.index);
    }));

    private void OpenTry()
    {
        writer.Line("var member = 0;");
        EmitDepth("reader.Enter();");
        writer.Open("try");
    }

    private void CloseTry()
    {
        writer.Close();
        writer.Lines($$"""
            catch ({{WellKnown.PayloadException}} error) when (member < {{_count}} && {{Services}}.PayloadFailure.Within(error, NameOf(member)))
            {
                throw;
            }
            catch (global::System.Exception error) when (member == {{_count}} && error is not {{WellKnown.PayloadException}})
            {
                throw {{Services}}.PayloadFailure.OfConstruction(reader.Offset, {{Literal.Of(codec.Type.Wire)}}, error);
            }
            """);
    }

    private void EmitDepth(string line)
    {
        if (_isNesting)
        {
            writer.Line(line);
        }
    }

    private void EmitAccessors()
    {
        for (var i = 0; i < codec.Members.Count; i++)
        {
            if (codec.Members[i].Getter is { } getter)
            {
                AccessorEmitter.Declare(writer, getter, GetName(i));
            }

            if (codec.Members[i].Setter is { } setter)
            {
                AccessorEmitter.Declare(writer, setter, SetName(i));
            }
        }

        if ((!_constructor.IsAccessible || HasOpenRequirements) && !_constructor.IsImplicit)
        {
            AccessorEmitter.Declare(writer, _constructor.Accessor, Constructor);
        }
    }

    private string TooMany() => $"{Services}.PayloadFailure.OfMemberCount(reader.Offset - 1, {Literal.Of(codec.Type.Wire)}, count, {_count})";

    private static bool IsDropped(MemberModel member) => member.Setting == MemberSetting.None;

    private static string Local(int index) => $"m{Literal.Of(index)}";

    private static string GetName(int index) => $"Get{Literal.Of(index)}";

    private static string SetName(int index) => $"Set{Literal.Of(index)}";
}
