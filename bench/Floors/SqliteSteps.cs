using System.Diagnostics;
using System.Globalization;

namespace Graflow.Bench.Floors;

/// <summary>A row for each step, each in a transaction of its own, by the <c>sqlite3</c> program in WAL mode: how a workflow engine on a database keeps its place. No fsync for each step (<c>synchronous=NORMAL</c>).</summary>
internal sealed class SqliteSteps : IDisposable
{
    private readonly Process _sqlite;
    private long _next;

    private SqliteSteps(Process sqlite) => _sqlite = sqlite;

    public static bool IsInstalled { get; } = FindProgram() is not null;

    public static SqliteSteps Open(string database)
    {
        var start = new ProcessStartInfo(FindProgram()!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-batch");
        start.ArgumentList.Add(database);
        var sqlite = new SqliteSteps(Process.Start(start)!);
        sqlite.Ask("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE steps(run TEXT, step INTEGER, value BLOB, at INTEGER, PRIMARY KEY(run, step)); SELECT 1;", "1");
        return sqlite;
    }

    /// <returns>How many rows are committed.</returns>
    public double Insert(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _sqlite.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO steps VALUES('run',{_next++},x'2a000000',{i});\n"));
        }

        Ask($"SELECT {_next};", _next.ToString(CultureInfo.InvariantCulture));
        return count;
    }

    public void Dispose()
    {
        _sqlite.StandardInput.Close();
        _sqlite.WaitForExit();
        _sqlite.Dispose();
    }

    private static string? FindProgram() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "sqlite3")).FirstOrDefault(File.Exists);

    private void Ask(string sql, string answer)
    {
        _sqlite.StandardInput.WriteLine(sql);
        _sqlite.StandardInput.Flush();
        while (_sqlite.StandardOutput.ReadLine() is { } line)
        {
            if (line == answer)
            {
                return;
            }
        }

        throw new InvalidOperationException($"sqlite3 ended before it answered {answer}.");
    }
}
