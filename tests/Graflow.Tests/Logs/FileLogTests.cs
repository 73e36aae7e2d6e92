using System.Globalization;
using Graflow.Logs;
using Graflow.TestProgram;
using Graflow.Tests.Engine;
using Graflow.Tests.Support;
using Xunit;

namespace Graflow.Tests.Logs;

public sealed class FileLogTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly LogFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_record_is_one_write_and_takes_the_lazy_ones_before_it_along()
    {
        var disk = new FaultyDisk();
        await using var store = _folder.Connect(disk: disk, time: new ManualTimeProvider());
        await using var journal = await store.TryCreateAsync("r", None);
        var before = disk.Changes;
        journal!.Append("a"u8, lazy: true);
        journal.Append("b"u8, lazy: true);
        Assert.Equal(before, disk.Changes);
        journal.Append("c"u8);
        Assert.Equal(before + 1, disk.Changes);
        Assert.Equal(3, (await store.ReadAsync("r", None)).Records.Count);
        journal.Append("d"u8);
        Assert.Equal(before + 2, disk.Changes);
    }

    [Fact]
    public async Task A_lazy_record_alone_is_written_and_flushed_after_the_interval()
    {
        var time = new ManualTimeProvider();
        var disk = new FaultyDisk();
        await using var store = _folder.Connect(o => o.CommitInterval = TimeSpan.FromSeconds(3), disk, time);
        await using var journal = await store.TryCreateAsync("r", None);
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        disk.OnFlush = () => flushed.TrySetResult();
        journal!.Append("a"u8, lazy: true);
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(flushed.Task.IsCompleted);
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.ReadAsync("r", None));
        time.Advance(TimeSpan.FromSeconds(0.1));
        await flushed.Task.OrHang();
        Assert.Single((await store.ReadAsync("r", None)).Records);
    }

    [Fact]
    public async Task One_flush_commits_everything_that_came_while_the_disk_was_busy()
    {
        var disk = new FaultyDisk();
        await using var store = _folder.Connect(o => o.Durability = Durability.Fsync, disk, new ManualTimeProvider());
        await using var journal = await store.TryCreateAsync("r", None);
        using var busy = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        disk.OnFlush = () =>
        {
            begun.Set();
            busy.Wait(TimeSpan.FromMinutes(1));
        };
        var first = journal!.Append("first"u8);
        var commit = journal.CommitAsync(first, None).AsTask();
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)));
        var commits = Enumerable.Range(0, 100).Select(_ => journal.CommitAsync(journal.Append("next"u8), None).AsTask()).ToList();
        Assert.False(journal.IsCommitted(first));
        Assert.DoesNotContain(commits, task => task.IsCompleted);
        busy.Set();
        await commit.OrHang();
        await Task.WhenAll(commits).OrHang();
        Assert.Equal(2, disk.Flushes);
    }

    [Fact]
    public async Task Without_fsync_a_record_is_committed_when_it_is_appended_and_nobody_waits_for_the_disk()
    {
        var disk = new FaultyDisk();
        await using var store = _folder.Connect(disk: disk, time: new ManualTimeProvider());
        await using var journal = await store.TryCreateAsync("r", None);
        var position = journal!.Append("a"u8);
        Assert.True(journal.IsCommitted(position));
        Assert.True(journal.CommitAsync(position, None).AsTask().IsCompletedSuccessfully);
        Assert.Equal(0, disk.Flushes);
    }

    [Fact]
    public async Task Appending_allocates_nothing()
    {
        await using var store = _folder.Connect(time: new ManualTimeProvider());
        await using var journal = await store.TryCreateAsync("r", None);
        var record = new byte[60];
        for (var i = 0; i < 1000; i++)
        {
            journal!.Append(record, lazy: i % 2 == 0);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            journal!.Append(record, lazy: i % 2 == 0);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_log_goes_on_in_another_file_at_its_size()
    {
        await using var store = _folder.Connect(o => o.SegmentBytes = 4096);
        await using (var journal = await store.TryCreateAsync("r", None))
        {
            for (var i = 0; i < 1000; i++)
            {
                journal!.Append(new byte[92], lazy: i % 3 == 0);
            }
        }

        var files = _folder.Segments("r");
        Assert.Equal(1000 * 100 / 4096 + 1, files.Count);
        Assert.All(files.SkipLast(1), file => Assert.InRange(new FileInfo(file).Length, 4096, 4096 + 200));
        Assert.Equal(1000, (await store.ReadAsync("r", None)).Records.Count);
    }

    [Fact]
    public async Task A_run_that_is_read_while_it_is_written_and_replaced_is_never_said_to_be_damaged()
    {
        await using var store = _folder.Connect(o => o.SegmentBytes = 4096);
        await using var other = _folder.Connect();
        await using var journal = await store.TryCreateAsync("r", None);
        journal!.Append("0"u8);
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i < 3000; i++)
            {
                journal.Append(System.Text.Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture).PadRight(i % 300)), lazy: i % 7 == 0);
                if (i % 500 == 0)
                {
                    await journal.RewriteAsync(_ => [System.Text.Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture))], CancellationToken.None);
                }
            }
        });
        var reads = 0;
        while (!writing.IsCompleted || reads == 0)
        {
            var numbers = (await other.ReadAsync("r", None)).Records.Select(record => int.Parse(record.Span, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Enumerable.Range(numbers[0], numbers.Count), numbers);
            reads++;
        }

        await writing.OrHang();
    }

    [Fact]
    public async Task Ended_runs_are_kept_as_many_as_wanted_and_running_ones_always()
    {
        await using (var store = _folder.Connect(o => o.RetainRuns = 2))
        {
            await using var live = await store.TryCreateAsync("live", None);
            live!.Append("x"u8);
            for (var i = 0; i < 5; i++)
            {
                await End(store, $"r{i}");
            }

            await store.Retention.WhenIdleAsync().OrHang();
            Assert.Equal(["live", "r3", "r4"], await Ids(store));
        }

        // Another process, which wants fewer.
        await using var later = _folder.Connect(o => o.RetainRuns = 0);
        await (await later.OpenAsync("live", None)).DisposeAsync();
        await later.Retention.WhenIdleAsync().OrHang();
        Assert.Equal(["live"], await Ids(later));
    }

    [Fact]
    public async Task Ended_runs_are_kept_as_long_as_wanted()
    {
        var time = new ManualTimeProvider();
        await using var store = _folder.Connect(o => o.RetainFor = TimeSpan.FromDays(7), time: time);
        await End(store, "old");
        time.Advance(TimeSpan.FromDays(6));
        await End(store, "new");
        await store.Retention.WhenIdleAsync().OrHang();
        Assert.Equal(["new", "old"], await Ids(store));
        time.Advance(TimeSpan.FromDays(1.1));
        await End(store, "newest");
        await store.Retention.WhenIdleAsync().OrHang();
        Assert.Equal(["new", "newest"], await Ids(store));
    }

    [Fact]
    public async Task Ended_runs_are_kept_up_to_so_many_bytes()
    {
        await using var store = _folder.Connect(o => o.RetainBytes = 2500);
        for (var i = 0; i < 5; i++)
        {
            await End(store, $"r{i}", size: 1000);
        }

        await store.Retention.WhenIdleAsync().OrHang();
        Assert.Equal(["r3", "r4"], await Ids(store));
    }

    [Fact]
    public async Task What_a_process_left_of_a_run_that_it_never_began_is_no_run()
    {
        Directory.CreateDirectory(_folder.FolderOf("empty"));
        Directory.CreateDirectory(_folder.FolderOf("locked"));
        File.WriteAllText(Path.Combine(_folder.FolderOf("locked"), "lock"), "");
        File.WriteAllText(Path.Combine(_folder.FolderOf("locked"), "owner"), "process 1 on nowhere");
        Directory.CreateDirectory(_folder.FolderOf("begun"));
        File.WriteAllBytes(Path.Combine(_folder.FolderOf("begun"), "000001.log"), [0x47, 0x52]);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "Not a run"));
        File.WriteAllText(Path.Combine(_folder.Path, "note.txt"), "");
        await using var store = _folder.Connect();
        Assert.Empty(await store.ListAsync(None));
        foreach (var id in new[] { "empty", "locked", "begun" })
        {
            await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.OpenAsync(id, None));
            await using var journal = await store.TryCreateAsync(id, None);
            journal!.Append("x"u8);
        }

        Assert.Equal(["begun", "empty", "locked"], await Ids(store));
    }

    [Fact]
    public async Task A_deletion_that_was_cut_short_is_finished()
    {
        await using var store = _folder.Connect();
        await using (var journal = await store.TryCreateAsync("r", None))
        {
            journal!.Append("old"u8);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FolderOf("r"), "lock"), "x");
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.OpenAsync("r", None));
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.ReadAsync("r", None));
        Assert.Empty(await store.ListAsync(None));
        await using var again = await store.TryCreateAsync("r", None);
        again!.Append("new"u8);
        Assert.Equal("new"u8.ToArray(), Assert.Single((await store.ReadAsync("r", None)).Records).ToArray());
    }

    [Fact]
    public async Task A_process_that_is_gone_is_not_said_to_drive_what_another_one_has_just_locked()
    {
        await using var store = _folder.Connect();
        await using (var journal = await store.TryCreateAsync("r", None))
        {
            journal!.Append("x"u8);
        }

        // No process has this number: Linux counts up to 4194304.
        await File.WriteAllTextAsync(Path.Combine(_folder.FolderOf("r"), "owner"), $"process 4194305 on {Environment.MachineName}");
        await using var locked = new FileStream(Path.Combine(_folder.FolderOf("r"), "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal("another process", (await Assert.ThrowsAsync<RunLockedException>(async () => await store.OpenAsync("r", None))).DrivenBy);
    }

    [Fact]
    public async Task A_folder_that_is_a_link_is_refused_and_never_deleted_through()
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder.Path, ".elsewhere")).FullName;
        await using var store = _folder.Connect();
        await using (var journal = await store.TryCreateAsync("r", None))
        {
            journal!.Append("x"u8);
        }

        Directory.Move(_folder.FolderOf("r"), Path.Combine(target, "r"));
        Directory.CreateSymbolicLink(_folder.FolderOf("r"), Path.Combine(target, "r"));
        await Assert.ThrowsAsync<RunLogException>(async () => await store.OpenAsync("r", None));
        await Assert.ThrowsAsync<RunLogException>(async () => await store.DeleteAsync("r", None));
        Assert.Empty(await store.ListAsync(None));
        Assert.True(File.Exists(Path.Combine(target, "r", "000001.log")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error_when_the_engine_is_made()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<RunLogException>(() => new WorkflowEngine(o => o.UseFileLog(Path.Combine(file, "runs"))));
        Assert.Contains("Give UseFileLog a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused_when_they_are_set()
    {
        Refused(o => o.Durability = (Durability)7);
        Refused(o => o.CommitInterval = TimeSpan.Zero);
        Refused(o => o.SegmentBytes = 4095);
        Refused(o => o.RetainFor = TimeSpan.FromTicks(-1));
        Refused(o => o.RetainRuns = -1);
        Refused(o => o.RetainBytes = -1);
        Assert.ThrowsAny<ArgumentException>(() => new WorkflowEngineOptions().UseFileLog(" "));

        void Refused(Action<FileLogOptions> set) => Assert.ThrowsAny<ArgumentException>(() => new WorkflowEngineOptions().UseFileLog(_folder.Path, set));
    }

    [Theory]
    [InlineData("order-42_x", "order-42_x")]
    [InlineData("Order 7", "+order%207")]
    [InlineData("a/b.c", "a%2Fb%2Ec")]
    [InlineData("nul", "%6Eul")]
    [InlineData("ä", "%C3%A4")]
    public void A_folder_is_named_after_its_run(string runId, string name)
    {
        Assert.Equal(name, RunFolderName.Of(runId));
        Assert.Equal(runId, RunFolderName.ToRunId(name));
    }

    [Fact]
    public void Half_of_a_character_is_no_run_id() => Assert.Throws<ArgumentException>(() => RunFolderName.Of("a\ud800"));

    private static async Task End(FileRunStore store, string runId, int size = 10)
    {
        await using var journal = await store.TryCreateAsync(runId, None);
        journal!.Append(new byte[size]);
        journal.Complete();
    }

    private static async Task<IEnumerable<string>> Ids(FileRunStore store) => (await store.ListAsync(None)).Select(head => head.RunId).Order(StringComparer.Ordinal);
}
