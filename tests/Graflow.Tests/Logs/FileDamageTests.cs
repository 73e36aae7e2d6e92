using System.Globalization;
using System.Text;
using Graflow.Logs;
using Graflow.Payloads.Tests.Fuzzing;
using Graflow.TestProgram;
using Xunit;

namespace Graflow.Tests.Logs;

/// <summary>What is written in part at the very end is cut off; anything else that is wrong is said, and never read as something else.</summary>
public sealed class FileDamageTests : IDisposable
{
    private const string Run = "r";

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly LogFolder _folder = new();

    private string OnlySegment => Assert.Single(_folder.Segments(Run));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_cut_anywhere_gives_the_records_before_the_cut_and_goes_on_from_there()
    {
        await Write(20);
        var whole = await File.ReadAllBytesAsync(OnlySegment);
        for (var length = whole.Length - 1; length >= 0; length--)
        {
            LogFolder.Overwrite(OnlySegment, whole.AsSpan()[..length]);
            await using var store = _folder.Connect(disk: new FaultyDisk { SkipsFlush = true });
            if (await Open(store) is not { } journal)
            {
                Assert.InRange(length, 0, HeaderSize + RecordFrame.HeadSize + Record(0).Length - 1);
                continue;
            }

            var count = journal.Content.Records.Count;
            AssertPrefix(journal.Content, count);
            Assert.Equal(EndOf(count) == length, journal.Content.Warning is null);
            Assert.InRange(length, EndOf(count), EndOf(count + 1) - 1);
            journal.Append(Encoding.UTF8.GetBytes("after"));
            await journal.DisposeAsync();
            var again = await store.ReadAsync(Run, None);
            Assert.Null(again.Warning);
            Assert.Equal("after", Encoding.UTF8.GetString(again.Records[count].Span));
            Assert.Equal(count + 1, again.Records.Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(70_000)]
    public async Task Zeros_at_the_end_are_cut_off(int count)
    {
        await Write(20);
        await using (var file = new FileStream(OnlySegment, FileMode.Append))
        {
            file.Write(new byte[count]);
        }

        await using var store = _folder.Connect();
        await using var journal = await store.OpenAsync(Run, None);
        AssertPrefix(journal.Content, 20);
        Assert.Contains($"the last {count} bytes, from byte {EndOf(20)} on", journal.Content.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_byte_gives_an_error_or_the_records_before_the_last_one()
    {
        await Write(12);
        var whole = await File.ReadAllBytesAsync(OnlySegment);
        await using var store = _folder.Connect();
        for (var at = 0; at < whole.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])whole.Clone();
                changed[at] ^= (byte)(1 << bit);
                LogFolder.Overwrite(OnlySegment, changed);
                try
                {
                    var content = await store.ReadAsync(Run, None);
                    AssertPrefix(content, 11);
                    Assert.NotNull(content.Warning);
                    Assert.InRange(at, EndOf(11), whole.Length - 1);
                }
                catch (RunLogException error)
                {
                    Assert.Equal(OnlySegment, error.Path);
                    Assert.True(at < EndOf(11), $"byte {at}");
                    Assert.True(error.Offset is null || (error.Offset <= at && at - error.Offset < 200), $"{error.Offset} for {at}");
                }
            }
        }
    }

    [Fact]
    public async Task Bytes_changed_moved_and_repeated_never_give_other_records()
    {
        await Write(30);
        var whole = await File.ReadAllBytesAsync(OnlySegment);
        var mutator = new Mutator(7);
        await using var store = _folder.Connect();
        var (errors, cuts) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            LogFolder.Overwrite(OnlySegment, mutator.Next([whole]).ToArray());
            try
            {
                var content = await store.ReadAsync(Run, None);
                AssertPrefix(content, content.Records.Count);
                cuts += content.Warning is null ? 0 : 1;
            }
            catch (GraflowException error) when (error is RunLogException or RunNotFoundException)
            {
                errors++;
            }
        }

        Assert.True(errors > 5_000 && cuts > 500, $"{errors} errors, {cuts} cuts");
    }

    [Fact]
    public async Task A_damaged_file_is_left_as_it_is()
    {
        await Write(20);
        var bytes = await File.ReadAllBytesAsync(OnlySegment);
        bytes[(int)EndOf(4) + 10] ^= 1;
        LogFolder.Overwrite(OnlySegment, bytes);
        await using var store = _folder.Connect();
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync(Run, None));
        Assert.Equal(EndOf(4), error.Offset);
        Assert.Contains($"{OnlySegment}, byte {EndOf(4)}", error.Message, StringComparison.Ordinal);
        Assert.Null(await store.TryCreateAsync(Run, None));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(OnlySegment));
        await store.DeleteAsync(Run, None);
        Assert.Empty(await store.ListAsync(None));
    }

    [Fact]
    public async Task A_first_record_that_is_damaged_is_not_taken_for_a_run_that_never_began()
    {
        await Write(3);
        var bytes = await File.ReadAllBytesAsync(OnlySegment);
        bytes[HeaderSize + 9] ^= 1;
        LogFolder.Overwrite(OnlySegment, bytes);
        await using var store = _folder.Connect();
        await Assert.ThrowsAsync<RunLogException>(async () => await store.TryCreateAsync(Run, None));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(OnlySegment));
    }

    [Fact]
    public async Task A_record_that_holds_the_bytes_of_a_log_is_no_log()
    {
        await Write(5);
        var log = await File.ReadAllBytesAsync(OnlySegment);
        await using var store = _folder.Connect();
        await using (var journal = await store.TryCreateAsync("copy", None))
        {
            journal!.Append("first"u8);
            journal.Append(log);
        }

        var file = _folder.Segments("copy")[0];
        await using (var stream = new FileStream(file, FileMode.Open))
        {
            stream.SetLength(stream.Length - 3);
        }

        var content = await store.ReadAsync("copy", None);
        Assert.Equal("first", Encoding.UTF8.GetString(Assert.Single(content.Records).Span));
        Assert.NotNull(content.Warning);
    }

    [Fact]
    public async Task A_log_of_another_version_is_refused_by_its_version()
    {
        await Write(3);
        var bytes = await File.ReadAllBytesAsync(OnlySegment);
        bytes[7] = 2;
        LogFolder.Overwrite(OnlySegment, bytes);
        await using var store = _folder.Connect();
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync(Run, None));
        Assert.Contains("has the format 2, and this version of Graflow reads the format 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_or_cut_file_in_the_middle_is_an_error_and_the_last_one_may_be_cut()
    {
        await Write(300, o => o.SegmentBytes = 4096);
        var files = _folder.Segments(Run);
        Assert.InRange(files.Count, 4, 20);
        await using var store = _folder.Connect(o => o.SegmentBytes = 4096);
        AssertPrefix(await store.ReadAsync(Run, None), 300);

        var middle = await File.ReadAllBytesAsync(files[1]);
        LogFolder.Overwrite(files[1], middle.AsSpan()[..^1]);
        Assert.Equal(files[1], (await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync(Run, None))).Path);
        File.Delete(files[1]);
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync(Run, None));
        Assert.Contains("000002.log, is not there", error.Message, StringComparison.Ordinal);
        LogFolder.Overwrite(files[1], middle);

        // Made, and not begun: the one before is whole by then, or damaged.
        LogFolder.Overwrite(files[^1], []);
        var rest = await store.ReadAsync(Run, None);
        AssertPrefix(rest, rest.Records.Count);
        Assert.NotNull(rest.Warning);
        var last = await File.ReadAllBytesAsync(files[^2]);
        LogFolder.Overwrite(files[^2], last.AsSpan()[..^1]);
        await Assert.ThrowsAsync<RunLogException>(async () => await store.ReadAsync(Run, None));
        LogFolder.Overwrite(files[^2], last);
        await using var journal = await store.OpenAsync(Run, None);
        journal.Append("more"u8);
        Assert.Equal(rest.Records.Count + 1, (await store.ReadAsync(Run, None)).Records.Count);
    }

    [Fact]
    public async Task Files_of_another_run_and_of_another_place_are_refused()
    {
        await Write(300, o => o.SegmentBytes = 4096);
        await using var store = _folder.Connect();
        await using (var other = await store.TryCreateAsync("other", None))
        {
            other!.Append("x"u8);
        }

        var (mine, theirs) = (_folder.Segments(Run), _folder.Segments("other"));
        File.Copy(mine[0], theirs[0], overwrite: true);
        Assert.Contains("file 1 of run \"r\"", (await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync("other", None))).Message, StringComparison.Ordinal);
        File.Copy(mine[0], mine[1], overwrite: true);
        await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync(Run, None));
    }

    [Fact]
    public async Task A_damaged_mail_is_named_and_the_others_stay()
    {
        await Write(1);
        await using var store = _folder.Connect();
        await store.PostAsync(Run, "mail"u8.ToArray(), None);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, ".mail")));
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        LogFolder.Overwrite(file, bytes);
        await using var journal = await store.OpenAsync(Run, None);
        Assert.Equal(file, (await Assert.ThrowsAsync<RunLogException>(async () => await journal.TakeMailAsync(None))).Path);
        File.Delete(file);
        await store.PostAsync(Run, "again"u8.ToArray(), None);
        Assert.Equal("again"u8.ToArray(), Assert.Single(await journal.TakeMailAsync(None)).Content.ToArray());
    }

    private static int HeaderSize => new SegmentHeader(1, 0, false, Run).Size;

    // Of different lengths, so that no two places look alike.
    private static byte[] Record(int i) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"record {i} {new string('.', i * 7 % 60)}"));

    private static long EndOf(int count) => HeaderSize + Enumerable.Range(0, count).Sum(i => RecordFrame.HeadSize + Record(i).Length);

    private static void AssertPrefix(JournalContent content, int count) =>
        Assert.Equal(Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetString(Record(i))), content.Records.Select(record => Encoding.UTF8.GetString(record.Span)));

    private static async Task<IRunJournal?> Open(FileRunStore store)
    {
        try
        {
            return await store.OpenAsync(Run, None);
        }
        catch (RunNotFoundException)
        {
            return null;
        }
    }

    private async Task Write(int count, Action<FileLogOptions>? configure = null)
    {
        await using var store = _folder.Connect(configure, new FaultyDisk { SkipsFlush = true });
        await using var journal = await store.TryCreateAsync(Run, None);
        for (var i = 0; i < count; i++)
        {
            journal!.Append(Record(i), lazy: i % 4 == 3);
        }
    }
}
