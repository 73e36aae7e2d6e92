public static partial class Documented
{
    /// <summary>
    /// Reads &lt;all&gt; of it.
    /// <para>Then <c>stops</c>, see <see cref="Missing"/> and <see cref="List{T}"/>.</para>
    /// </summary>
    /// <param name="path">Where.</param>
    /// <returns>What.</returns>
#pragma warning disable CS1574
    [Task] public static string Read(string path) => path;
#pragma warning restore CS1574

    /// <inheritdoc cref="Read"/>
    [Task] public static string Inherited(string path) => path;

    /// <remarks>Only a remark.</remarks>
    [Task] public static string Remark(string path) => path;
}
