using System.Globalization;

namespace Quickstart.Etl;

/// <summary>One line of the catalogue, still text. A field is parsed when a task asks for it, so each task is as strict as it needs to be.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Columns">The header's names, in order.</param>
/// <param name="Fields">The line's fields, as many as there are columns.</param>
public sealed record CatalogRow(string File, int Line, IReadOnlyList<string> Columns, IReadOnlyList<string> Fields)
{
    public string Text(string column) => Fields[IndexOf(column)] switch
    {
        "" => throw Malformed(column, "the field is empty"),
        var text => text,
    };

    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Malformed(column, $"'{Text(column)}' is not a number");

    public DateTimeOffset Time(string column) =>
        DateTimeOffset.TryParse(Text(column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Malformed(column, $"'{Text(column)}' is not a time");

    private int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        throw Malformed(column, "there is no such column");
    }

    private MalformedRowException Malformed(string column, string problem) => new(File, Line, column, problem);
}
