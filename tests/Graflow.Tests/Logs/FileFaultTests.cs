using System.Globalization;
using System.Text;
using Graflow.Logs;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Logs;

/// <summary>The process is gone, or the disk fails, at every change that a store makes: what was promised by then is there, and nothing else.</summary>
public sealed class FileFaultTests
{
    private const string Run = "r";

    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string, Durability> Ends
    {
        get
        {
            var data = new TheoryData<string, Durability>();
            foreach (var moment in Enum.GetNames<Moment>())
            {
                data.Add(moment, Durability.Async);
                data.Add(moment, Durability.Fsync);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_process_that_is_gone_at_any_change_leaves_what_it_had_promised(string moment, Durability durability)
    {
        var probe = new FaultyDisk { SkipsFlush = true };
        using (var folder = new LogFolder())
        {
            Assert.True(await new Story(folder, probe, durability).LiveAsync());
        }

        Assert.InRange(probe.Changes, 50, 500);
        for (var at = 1; at <= probe.Changes + 5; at++)
        {
            using var folder = new LogFolder();
            var story = new Story(folder, new FaultyDisk { SkipsFlush = true, GoneAt = at, Moment = Enum.Parse<Moment>(moment) }, durability);
            await story.LiveAsync();
            await story.AssertPromisesKept($"{moment} change {at}");
        }
    }

    [Fact]
    public async Task A_full_disk_is_a_typed_error_from_then_on_and_the_run_goes_on_once_there_is_room()
    {
        for (var room = 0L; room < 3000; room += 61)
        {
            using var folder = new LogFolder();
            var disk = new FaultyDisk { SkipsFlush = true, Room = room };
            var appended = 0;
            await using (var store = folder.Connect(disk: disk))
            {
                IRunJournal? journal = null;
                var error = await Assert.ThrowsAsync<RunLogException>(async () =>
                {
                    journal = await store.TryCreateAsync(Run, None);
                    for (; appended < 100; appended++)
                    {
                        journal!.Append(Record(appended));
                    }
                });
                Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
                Assert.Contains("resume the run", error.Message, StringComparison.Ordinal);
                disk.Room = long.MaxValue;
                if (journal is not null)
                {
                    Assert.Throws<RunLogException>(() => journal.Append(Record(0)));
                    Assert.IsType<RunLogException>(journal.Failure);
                    await Assert.ThrowsAsync<RunLogException>(async () => await journal.CommitAsync(1, None));
                    Assert.Equal(appended, appended == 0 ? 0 : (await store.ReadAsync(Run, None)).Records.Count);
                    await journal.DisposeAsync();
                }
            }

            await using var healthy = folder.Connect(disk: new FaultyDisk { SkipsFlush = true });
            await using var resumed = appended == 0 ? await healthy.TryCreateAsync(Run, None) : await healthy.OpenAsync(Run, None);
            Assert.Equal(appended, resumed!.Content.Records.Count);
            Assert.Null(resumed.Content.Warning);
            resumed.Append(Record(appended));
        }
    }

    [Fact]
    public async Task A_failed_flush_fails_the_journal_and_whoever_waits()
    {
        using var folder = new LogFolder();
        var disk = new FaultyDisk();
        await using var store = folder.Connect(o => o.Durability = Durability.Fsync, disk);
        await using var journal = await store.TryCreateAsync(Run, None);
        await journal!.CommitAsync(journal.Append(Record(0)), None);
        disk.FailsFlush = true;
        var position = journal.Append(Record(1));
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await journal.CommitAsync(position, None).AsTask().OrHang());
        Assert.Contains("Input/output error", error.Message, StringComparison.Ordinal);
        var waiter = new CommitWaiter();
        journal.WhenCommitted(position, waiter);
        await waiter.Task.OrHang();
        Assert.False(journal.IsCommitted(position));
        Assert.NotNull(journal.Failure);
        disk.FailsFlush = false;
        Assert.Throws<RunLogException>(() => journal.Append(Record(2)));
    }

    [Fact]
    public async Task A_disk_that_has_no_room_for_fewer_records_keeps_those_that_are_there()
    {
        using var folder = new LogFolder();
        var disk = new FaultyDisk();
        await using var store = folder.Connect(disk: disk);
        await using var journal = await store.TryCreateAsync(Run, None);
        journal!.Append(Record(0));
        disk.Room = 0;
        await journal.RewriteAsync(_ => [Record(5)], CancellationToken.None);
        disk.Room = long.MaxValue;
        journal.Append(Record(1));
        Assert.Equal([Record(0), Record(1)], (await store.ReadAsync(Run, None)).Records.Select(record => record.ToArray()));
        await journal.RewriteAsync(_ => [Record(6)], CancellationToken.None);
        Assert.Equal([Record(6)], (await store.ReadAsync(Run, None)).Records.Select(record => record.ToArray()));
    }

    [Fact]
    public async Task A_folder_that_was_deleted_under_a_run_fails_it()
    {
        using var folder = new LogFolder();
        await using var store = folder.Connect(o => o.Durability = Durability.Fsync);
        await using var journal = await store.TryCreateAsync(Run, None);
        await journal!.CommitAsync(journal.Append(Record(0)), None);
        Directory.Delete(folder.FolderOf(Run), recursive: true);
        var error = await Assert.ThrowsAsync<RunLogException>(async () => await journal.CommitAsync(journal.Append(Record(1)), None));
        Assert.Contains("was deleted while the run was under way", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Record(int i) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"record {i} {new string('-', 200)}"));

    /// <summary>Everything that a store does, and what it has promised so far.</summary>
    private sealed class Story(LogFolder folder, FaultyDisk disk, Durability durability)
    {
        private List<string> _promised = [];
        private List<string> _possible = [];
        private List<string>? _replacing;
        private bool _isMailed;
        private bool _isAcknowledged;

        internal async Task<bool> LiveAsync()
        {
            var store = folder.Connect(Configure, disk);
            try
            {
                var journal = await store.TryCreateAsync(Run, None);
                await Append(journal!, 0, 30);
                await ReplaceAsync(journal!);
                await Append(journal!, 100, 110);
                await journal!.DisposeAsync();
                var again = await store.OpenAsync(Run, None);
                await store.PostAsync(Run, "mail"u8.ToArray(), None);
                _isMailed = true;
                var mail = Assert.Single(await again.TakeMailAsync(None));
                await Append(again, 200, 220);
                _isAcknowledged = true;
                await again.AcknowledgeAsync(mail, None);
                again.Complete();
                await again.DisposeAsync();
                return true;
            }
            catch (RunLogException)
            {
                return false;
            }
            finally
            {
                await store.DisposeAsync();
            }
        }

        internal async Task AssertPromisesKept(string when)
        {
            await using var store = folder.Connect(Configure, new FaultyDisk { SkipsFlush = true });
            if (_promised.Count == 0 && await store.TryCreateAsync(Run, None) is { } made)
            {
                await using var created = made;
                created.Append(Record(0));
                return;
            }

            await using var journal = await store.OpenAsync(Run, None);
            var found = journal.Content.Records.Select(record => Encoding.UTF8.GetString(record.Span)).ToList();
            var isReplaced = _replacing is not null && found.Take(_replacing.Count).SequenceEqual(_replacing);
            var (promised, possible) = isReplaced && _promised.FirstOrDefault() != _replacing![0] ? (_replacing!, _replacing!) : (_promised, _possible);
            Assert.True(found.Count >= promised.Count && found.Count <= possible.Count && found.SequenceEqual(possible.Take(found.Count)), $"{when}: {found.Count} of {promised.Count} to {possible.Count} records.");
            Assert.True(!_isMailed || _isAcknowledged || (await journal.TakeMailAsync(None)).Count == 1, when);
            Assert.True(_isMailed || (await journal.TakeMailAsync(None)).Count <= 1, when);
            journal.Append(Record(1000));
            Assert.Equal(found.Count + 1, (await store.ReadAsync(Run, None)).Records.Count);
            Assert.DoesNotContain(Directory.GetFiles(folder.FolderOf(Run)), file => file.EndsWith(".new", StringComparison.Ordinal));
        }

        private void Configure(FileLogOptions options) => (options.Durability, options.SegmentBytes) = (durability, 4096);

        private async Task Append(IRunJournal journal, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var isLazy = i % 5 == 3;
                _possible = [.. _possible, Encoding.UTF8.GetString(Record(i))];
                var position = journal.Append(Record(i), isLazy);
                await journal.CommitAsync(position, None);
                _promised = isLazy && durability is Durability.Async ? _promised : _possible;
            }
        }

        private async Task ReplaceAsync(IRunJournal journal)
        {
            _replacing = [Encoding.UTF8.GetString(Record(50)), Encoding.UTF8.GetString(Record(51))];
            await journal.RewriteAsync(_ => [Record(50), Record(51)], CancellationToken.None);

            // A draft that could not be written leaves everything as it was; nothing is promised after it then.
            if ((journal.Failure is null && disk.Changes < disk.GoneAt) || disk.GoneAt == 0)
            {
                (_promised, _possible) = (_replacing, _replacing);
            }
        }
    }
}
