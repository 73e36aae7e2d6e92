namespace Graflow.Dsl;

/// <summary>What a part of what runs next is. The numbers are on the wire.</summary>
internal enum NextPartKind : byte
{
    Task = 1,
    Chain = 2,
    Instance = 3,
    Workflow = 4,
    Wait = 5,
    Delay = 6,
}
