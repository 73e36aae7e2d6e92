namespace Graflow;

/// <summary>The engine does not have the image, and it was not to be pulled or could not be.</summary>
public sealed class ContainerImageMissingException : ContainerException
{
    internal ContainerImageMissingException(string image, string why)
        : base($"The image \"{image}\" is missing: {why}") => Image = image;

    /// <summary>The image.</summary>
    public string Image { get; }
}
