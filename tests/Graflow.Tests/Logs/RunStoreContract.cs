using System.Text;
using Graflow.Logs;
using Graflow.Tests.Engine;
using Xunit;

namespace Graflow.Tests.Logs;

/// <summary>What every store of journals promises.</summary>
public abstract class RunStoreContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Another view of the same runs, as another process has it.</summary>
    private protected abstract IRunStore Connect();

    [Fact]
    public async Task A_journal_gives_back_what_was_appended_in_order()
    {
        await using var store = Connect();
        await using (var journal = await Create(store, "r"))
        {
            for (var i = 0; i < 1000; i++)
            {
                journal.Append(Bytes($"record {i}"), lazy: i % 3 == 0);
            }
        }

        await using var opened = await store.OpenAsync("r", None);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"record {i}"), Texts(opened.Content));
        Assert.Null(opened.Content.Warning);
    }

    [Fact]
    public async Task A_journal_goes_on_where_it_was_left()
    {
        await using var store = Connect();
        for (var round = 0; round < 5; round++)
        {
            await using var journal = round == 0 ? await Create(store, "r") : await store.OpenAsync("r", None);
            Assert.Equal(Enumerable.Range(0, round).Select(i => $"{i}"), Texts(journal.Content));
            journal.Append(Bytes($"{round}"));
        }

        Assert.Equal(["0", "1", "2", "3", "4"], Texts(await store.ReadAsync("r", None)));
    }

    [Fact]
    public async Task A_run_that_exists_is_not_created_again()
    {
        await using var store = Connect();
        await using (var journal = await Create(store, "r"))
        {
            journal.Append(Bytes("first"));
            Assert.Null(await store.TryCreateAsync("r", None));
        }

        Assert.Null(await store.TryCreateAsync("r", None));
        Assert.Equal(["first"], Texts(await store.ReadAsync("r", None)));
    }

    [Fact]
    public async Task A_journal_that_nothing_was_appended_to_never_was()
    {
        await using var store = Connect();
        await (await Create(store, "r")).DisposeAsync();
        Assert.Empty(await store.ListAsync(None));
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.OpenAsync("r", None));
        await using var again = await Create(store, "r");
        again.Append(Bytes("x"));
        Assert.Equal(["x"], Texts(await store.ReadAsync("r", None)));
    }

    [Fact]
    public async Task Of_many_that_create_the_same_run_one_does()
    {
        await using var store = Connect();
        await using var other = Connect();
        var attempts = Enumerable.Range(0, 20).Select(i => Task.Run(async () => await (i % 2 == 0 ? store : other).TryCreateAsync("r", None)));
        var made = (await Task.WhenAll(attempts)).Where(journal => journal is not null).ToList();
        Assert.Single(made);
        await made[0]!.DisposeAsync();
    }

    [Fact]
    public async Task A_driven_run_cannot_be_opened_by_anybody_else()
    {
        await using var store = Connect();
        await using var other = Connect();
        await using var journal = await Create(store, "r");
        journal.Append(Bytes("x"));
        foreach (var at in new[] { store, other })
        {
            var error = await Assert.ThrowsAsync<RunLockedException>(async () => await at.OpenAsync("r", None));
            Assert.Equal("r", error.RunId);
            Assert.Contains($"process {Environment.ProcessId}", error.DrivenBy, StringComparison.Ordinal);
        }

        await journal.DisposeAsync();
        await (await other.OpenAsync("r", None)).DisposeAsync();
    }

    [Fact]
    public async Task Of_many_that_open_the_same_run_one_at_a_time_does()
    {
        await using var store = Connect();
        await using (var journal = await Create(store, "r"))
        {
            journal.Append(Bytes("x"));
        }

        var drivers = 0;
        var opened = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var own = Connect();
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    await using var journal = await own.OpenAsync("r", None);
                    Assert.Equal(1, Interlocked.Increment(ref drivers));
                    Interlocked.Increment(ref opened);
                    Interlocked.Decrement(ref drivers);
                }
                catch (RunLockedException)
                {
                    await Task.Yield();
                }
            }
        })));
        Assert.InRange(opened, 1, 160);
    }

    [Fact]
    public async Task A_driven_run_is_read_without_its_lock()
    {
        await using var store = Connect();
        await using var other = Connect();
        await using var journal = await Create(store, "r");
        for (var i = 0; i < 50; i++)
        {
            journal.Append(Bytes($"{i}"));
            Assert.Equal(i + 1, (await other.ReadAsync("r", None)).Records.Count);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be_there()
    {
        await using var store = Connect();
        Assert.Equal("no", (await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.OpenAsync("no", None))).RunId);
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.ReadAsync("no", None));
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.DeleteAsync("no", None));
        await Assert.ThrowsAsync<RunNotFoundException>(async () => await store.PostAsync("no", Bytes("mail"), None));
        Assert.Empty(await store.ListAsync(None));
    }

    [Fact]
    public async Task A_list_tells_who_drives_a_run_and_which_have_ended()
    {
        await using var store = Connect();
        await using var other = Connect();
        await using var live = await Create(store, "Live 1");
        live.Append(Bytes("x"));
        await using (var ended = await Create(store, "ended"))
        {
            ended.Append(Bytes("end"));
            ended.Complete();
        }

        await using (var left = await Create(store, "left"))
        {
            left.Append(Bytes("x"));
        }

        var heads = (await other.ListAsync(None)).OrderBy(head => head.RunId, StringComparer.Ordinal).ToList();
        Assert.Equal([("Live 1", true, false), ("ended", false, true), ("left", false, false)], heads.Select(head => (head.RunId, head.DrivenBy is not null, head.HasEnded)));
        Assert.All(heads, head => Assert.True(head.Size > 0 && head.LastWrite > DateTimeOffset.UnixEpoch && head.Problem is null));
    }

    [Fact]
    public async Task A_deleted_run_is_gone_and_can_begin_anew()
    {
        await using var store = Connect();
        await using (var journal = await Create(store, "r"))
        {
            journal.Append(Bytes("old"));
            await Assert.ThrowsAsync<RunLockedException>(async () => await store.DeleteAsync("r", None));
        }

        await store.PostAsync("r", Bytes("old mail"), None);
        await store.DeleteAsync("r", None);
        Assert.Empty(await store.ListAsync(None));
        await using var again = await Create(store, "r");
        again.Append(Bytes("new"));
        Assert.Empty(await again.TakeMailAsync(None));
        Assert.Equal(["new"], Texts(await store.ReadAsync("r", None)));
    }

    [Fact]
    public async Task Replaced_records_are_all_that_there_is_and_more_can_follow()
    {
        await using var store = Connect();
        await using (var journal = await Create(store, "r"))
        {
            for (var i = 0; i < 100; i++)
            {
                journal.Append(Bytes($"{i}"), lazy: i > 90);
            }

            await journal.RewriteAsync(_ => [Bytes("a"), Bytes(new string('b', 200_000)), Bytes("c")], CancellationToken.None);
            journal.Append(Bytes("d"));
            Assert.Equal(["a", new string('b', 200_000), "c", "d"], Texts(await store.ReadAsync("r", None)));
            await journal.RewriteAsync(_ => [Bytes("e")], CancellationToken.None);
        }

        await using var opened = await store.OpenAsync("r", None);
        Assert.Equal(["e"], Texts(opened.Content));
    }

    [Fact]
    public async Task Mails_are_taken_once_in_order_and_stay_until_they_are_acknowledged()
    {
        await using var store = Connect();
        await using var other = Connect();
        await using (var journal = await Create(store, "r"))
        {
            journal.Append(Bytes("x"));
            for (var i = 0; i < 5; i++)
            {
                await (i % 2 == 0 ? store : other).PostAsync("r", Bytes($"mail {i}"), None);
            }

            var taken = await journal.TakeMailAsync(None);
            Assert.Equal(["mail 0", "mail 1", "mail 2", "mail 3", "mail 4"], taken.Select(mail => Text(mail.Content)));
            Assert.Empty(await journal.TakeMailAsync(None));
            await journal.AcknowledgeAsync(taken[0], None);
            await journal.AcknowledgeAsync(taken[2], None);
        }

        await using var opened = await store.OpenAsync("r", None);
        Assert.Equal(["mail 1", "mail 3", "mail 4"], (await opened.TakeMailAsync(None)).Select(mail => Text(mail.Content)));
    }

    [Fact]
    public async Task A_mail_to_a_driven_run_is_told_of()
    {
        await using var store = Connect();
        await using var other = Connect();
        await using var journal = await Create(store, "r");
        journal.Append(Bytes("x"));
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        journal.MailArrived = () => arrived.TrySetResult();
        await other.PostAsync("r", Bytes("hello"), None);
        await arrived.Task.OrHang();
        Assert.Equal(["hello"], (await journal.TakeMailAsync(None)).Select(mail => Text(mail.Content)));
    }

    [Fact]
    public async Task Run_ids_of_any_kind_stay_apart()
    {
        string[] ids =
        [
            "a", "A", "aa", "aA", "+a", "%41", "con", "NUL", "com1", "..", ".", ".mail", "a/b", "a\\b", "a b", "a.", "ä", "a\u0308", "日本", "😀", "\0", "\n", "~", "lock", "000001.log",
            new string('x', 160), new string('x', 161), new string('x', 10_000), new string('X', 100), new string('x', 10_000) + "y",
        ];
        await using var store = Connect();
        foreach (var id in ids)
        {
            await using var journal = await Create(store, id);
            journal.Append(Bytes(id));
        }

        foreach (var id in ids)
        {
            Assert.Equal([id], Texts(await store.ReadAsync(id, None)));
        }

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await store.ListAsync(None)).Select(head => head.RunId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Records_from_many_threads_are_all_there_each_thread_s_in_order()
    {
        await using var store = Connect();
        await using (var journal = await Create(store, "r"))
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            {
                for (var i = 0; i < 500; i++)
                {
                    journal.Append(Bytes($"{thread}:{i}"), lazy: i % 5 == 1);
                }
            })));
        }

        var texts = Texts(await store.ReadAsync("r", None)).ToList();
        Assert.Equal(4000, texts.Count);
        for (var thread = 0; thread < 8; thread++)
        {
            Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{thread}:{i}"), texts.Where(text => text.StartsWith($"{thread}:", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Whoever_waits_for_a_commit_is_called_and_nothing_can_be_appended_after_the_end()
    {
        await using var store = Connect();
        var journal = await Create(store, "r");
        var position = journal.Append(Bytes("x"));
        var waiter = new CommitWaiter();
        journal.WhenCommitted(position, waiter);
        await waiter.Task.OrHang();
        Assert.True(journal.IsCommitted(position));
        await journal.CommitAsync(position, None);
        Assert.Null(journal.Failure);
        await journal.DisposeAsync();
        Assert.Throws<RunLogException>(() => journal.Append(Bytes("y")));
        Assert.IsType<RunLogException>(journal.Failure);
    }

    private protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private protected static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private protected static IEnumerable<string> Texts(JournalContent content) => content.Records.Select(Text);

    private protected static async Task<IRunJournal> Create(IRunStore store, string runId) =>
        await store.TryCreateAsync(runId, None) ?? throw new InvalidOperationException($"{runId} exists.");
}
