namespace Graflow.Pictures;

internal sealed record PictureEdge(int From, int To, PictureArrow Arrow, string Label);
