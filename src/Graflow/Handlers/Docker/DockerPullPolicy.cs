namespace Graflow;

/// <summary>When an engine fetches an image from its registry.</summary>
public enum DockerPullPolicy
{
    /// <summary>When it is missing, before the first container.</summary>
    Missing,

    /// <summary>Once for each workflow engine, before the first container, so that a moved tag is noticed.</summary>
    Always,

    /// <summary>Never: a missing image is an error.</summary>
    Never,
}
