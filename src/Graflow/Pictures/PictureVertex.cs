namespace Graflow.Pictures;

/// <param name="Shape">What it stands for.</param>
/// <param name="Lines">The label; the first line is the name.</param>
/// <param name="Box">The innermost box around it; -1 for none.</param>
internal sealed record PictureVertex(PictureShape Shape, string[] Lines, int Box);
