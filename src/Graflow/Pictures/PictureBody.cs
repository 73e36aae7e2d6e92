namespace Graflow.Pictures;

/// <summary>A drawn task, whose body may name what runs next.</summary>
internal sealed record PictureBody(TaskNode Node, PictureScope Scope, int Vertex);
