namespace Quickstart.Etl;

/// <summary>A row that cannot be read as what its column promises. The message names file, line and column, as compilers do.</summary>
public sealed class MalformedRowException(string file, int line, string column, string problem)
    : Exception($"{file}({line}): {column}: {problem}");
