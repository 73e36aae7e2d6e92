using Microsoft.Win32.SafeHandles;

namespace Graflow.Bench.Floors;

/// <summary>Appends to one file: what the disk does when nobody asks for more.</summary>
internal sealed class BareAppend(string path, int bytes) : IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
    private readonly byte[] _record = new byte[bytes];
    private long _end;

    /// <returns>How many records are safe.</returns>
    public double AppendAndFlush(int count)
    {
        for (var i = 0; i < count; i++)
        {
            RandomAccess.Write(_file, _record, _end);
            _end += _record.Length;
            RandomAccess.FlushToDisk(_file);
        }

        return count;
    }

    public double Append(int count)
    {
        for (var i = 0; i < count; i++)
        {
            RandomAccess.Write(_file, _record, _end);
            _end += _record.Length;
        }

        return count;
    }

    public void Dispose() => _file.Dispose();
}
