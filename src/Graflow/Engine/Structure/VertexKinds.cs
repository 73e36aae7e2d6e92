namespace Graflow.Engine;

/// <summary>What vertices are called in a structure. The words are on disk.</summary>
internal static class VertexKinds
{
    internal const string Input = "input";
    internal const string Task = "task";
    internal const string Group = "group";
    internal const string First = "first";
    internal const string Select = "select";
    internal const string Bind = "bind";
    internal const string Try = "try";
    internal const string Gate = "gate";
    internal const string OrElse = "else";
    internal const string Within = "within";
    internal const string Map = "map";
    internal const string Wait = "wait";
    internal const string Delay = "delay";
}
