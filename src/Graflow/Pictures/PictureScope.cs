namespace Graflow.Pictures;

/// <summary>Within which a task is one vertex: the instance names given by <c>As</c>, and the map whose body it is in.</summary>
/// <param name="Path">The names, joined.</param>
/// <param name="Map">What tells the map from others, the same for the same map with the same input; null outside of maps.</param>
internal sealed record PictureScope(string Path, object? Map);
