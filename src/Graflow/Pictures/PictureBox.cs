namespace Graflow.Pictures;

/// <param name="Label">Its name and settings; empty for a group that has none.</param>
/// <param name="Parent">The box around it; -1 for none.</param>
internal sealed record PictureBox(string Label, int Parent);
