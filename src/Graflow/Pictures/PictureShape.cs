namespace Graflow.Pictures;

internal enum PictureShape
{
    Task,

    /// <summary>A task that only <c>Next.To</c> reaches.</summary>
    Target,

    /// <summary>A wait for a signal or for a time.</summary>
    Wait,

    /// <summary>What the flow takes.</summary>
    Input,

    /// <summary>A value given by <c>Bind</c>.</summary>
    Value,

    /// <summary>Where several outputs meet before several consumers.</summary>
    Join,
}
