namespace Graflow;

/// <summary>A folder, file or named volume of the machine that is seen inside a container.</summary>
/// <param name="Source">Its path, which must exist; relative ones count from the current directory. What contains no separator is the name of a volume of the engine, which is made when it is missing.</param>
/// <param name="Target">The absolute path inside.</param>
/// <param name="IsReadOnly">Whether it cannot be written to; true by default.</param>
public sealed record DockerVolume(string Source, string Target, bool IsReadOnly = true);
