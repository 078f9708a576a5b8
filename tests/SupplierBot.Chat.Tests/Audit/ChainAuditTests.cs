using System.Text;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Audit;

/// <summary>Every chain is walked, and the first broken link of each case is named.</summary>
public sealed class ChainAuditTests
{
    private const string Rejected = "REQ-2026-0002";

    [Fact]
    public async Task What_nobody_touched_is_whole()
    {
        await using var bot = await WithTwoCasesAsync();
        Assert.Equal(((2, 3, 0), ""), await AuditAsync(bot));
    }

    [Theory]
    [InlineData("a-REQ-2026-0002-00000001", "Canonical", "fact 1: its bytes have the hash")]
    [InlineData("a-REQ-2026-0002-00000002", "Canonical", "fact 2: its bytes have the hash")]
    [InlineData("a-REQ-2026-0002-00000001", "Hash", "fact 1: its bytes have the hash")]
    [InlineData("a-REQ-2026-0002-00000002", "PreviousHash", "fact 2: the hash before it")]
    [InlineData("a-REQ-2026-0002-00000002", "Sequence", "fact 2: row a-REQ-2026-0002-00000002 holds fact 9")]
    [InlineData("a-REQ-2026-0002-00000002", "Shape", "fact 2: Row a-REQ-2026-0002-00000002 has shape 9; this release knows 1.")]
    [InlineData("a-REQ-2026-0002-00000002", "J0", "fact 2: Row a-REQ-2026-0002-00000002 holds no AuditEvent that can be read.")]
    [InlineData("r-REQ-2026-0002", "J0", "fact 1: Row r-REQ-2026-0002 holds no Case that can be read.")]
    [InlineData("r-REQ-2026-0002", "Shape", "fact 1: Row r-REQ-2026-0002 has shape 9")]
    public async Task A_value_changed_by_hand_is_found_in_its_case_alone(string key, string name, string words)
    {
        await using var bot = await WithTwoCasesAsync();
        var row = await bot.RowAsync(key);
        await bot.PutAsync(
            row.With(
                name,
                name switch
                {
                    "Canonical" => Touched((byte[])row.Values[name]),
                    "Sequence" or "Shape" => 9,
                    _ => "x",
                }
            )
        );
        var (audited, found) = await AuditAsync(bot);
        Assert.Equal((2, 1), (audited.Cases, audited.Broken));
        Assert.StartsWith($"{Rejected}, {words}", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a-REQ-2026-0002-00000001", "REQ-2026-0002, fact 1: it is missing; the next one kept is 2")]
    [InlineData("a-REQ-2026-0002-00000002", "REQ-2026-0002, fact 2: it is missing; the case counts 2")]
    [InlineData("r-REQ-2026-0002", "REQ-2026-0002, fact 1: there is no case REQ-2026-0002")]
    public async Task A_row_removed_by_hand_is_found(string key, string words)
    {
        await using var bot = await WithTwoCasesAsync();
        await bot.RemoveAsync(key);
        Assert.StartsWith(words, (await AuditAsync(bot)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_fact_says_beside_its_bytes_must_be_what_was_hashed()
    {
        await using var bot = await WithTwoCasesAsync();
        var row = await bot.RowAsync("a-REQ-2026-0002-00000002");
        await bot.PutAsync(row.Changed(StoredJson.Default.AuditEvent, auditEvent => auditEvent with { Kind = AuditEventKind.Approved }));
        Assert.Equal("REQ-2026-0002, fact 2: Rejected was hashed; Approved is kept beside it", (await AuditAsync(bot)).Found);
        await bot.PutAsync(row.Changed(StoredJson.Default.AuditEvent, auditEvent => auditEvent with { Comment = "Fine by me, go ahead." }));
        Assert.Equal("REQ-2026-0002, fact 2: the text beside it is not the one that was hashed", (await AuditAsync(bot)).Found);
    }

    [Fact]
    public async Task A_case_whose_head_was_changed_by_hand_is_found_and_goes_on_being_served()
    {
        await using var bot = await WithTwoCasesAsync();
        var sent = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        await bot.PutAsync(
            (await bot.RowAsync("r-REQ-2026-0001")).Changed(StoredJson.Default.Case, head => head with { ChainHead = new string('a', 64) })
        );
        Assert.StartsWith("REQ-2026-0001, fact 1: the case names aaaa", (await AuditAsync(bot)).Found, StringComparison.Ordinal);
        await bot.RejectsAsync(TestBot.Sam, sent);
        Assert.Equal(CaseStatus.Rejected, (await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case)).Status);
        Assert.StartsWith("REQ-2026-0001, fact 2: the hash before it", (await AuditAsync(bot)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_erased_beside_the_facts_leaves_every_chain_whole()
    {
        await using var bot = await WithTwoCasesAsync();
        Assert.Equal(
            "Not with these terms, sorry.",
            (await bot.ReadAsync("a-REQ-2026-0002-00000002", StoredJson.Default.AuditEvent)).Comment
        );
        foreach (var key in await bot.KeysAsync("a-"))
        {
            await bot.PutAsync(
                (await bot.RowAsync(key)).Changed(StoredJson.Default.AuditEvent, auditEvent => auditEvent with { Comment = "", Salt = "" })
            );
        }
        foreach (var row in await AllAsync(bot))
        {
            await bot.PutAsync(
                row with
                {
                    Values = row.Values.ToDictionary(
                        pair => pair.Key,
                        pair =>
                            pair.Value is string text
                                ? text.Replace("Rita Requester", "", StringComparison.Ordinal)
                                    .Replace("Not with these terms, sorry.", "", StringComparison.Ordinal)
                                : pair.Value
                    ),
                }
            );
        }
        var kept = string.Join('\n', (await AllAsync(bot)).Select(Text));
        Assert.DoesNotContain("Rita Requester", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Not with these terms", kept, StringComparison.Ordinal);
        Assert.Equal(((2, 3, 0), ""), await AuditAsync(bot));
    }

    /// <summary>Taken out beside the event it may be; said otherwise it is found, as is what was left in the case.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("Not with these terms, sorry.", "the reason of the decision is not the one in its fact")]
    [InlineData("Fine by me.", "the reason of the decision is not the one in its fact")]
    public async Task A_text_erased_beside_its_fact_is_no_cover_for_another(string reason, string words)
    {
        await using var bot = await WithTwoCasesAsync();
        await bot.PutAsync(
            (await bot.RowAsync("a-REQ-2026-0002-00000002")).Changed(
                StoredJson.Default.AuditEvent,
                auditEvent => auditEvent with { Comment = "", Salt = "" }
            )
        );
        await bot.PutAsync(
            (await bot.RowAsync("r-REQ-2026-0002")).Changed(
                StoredJson.Default.Case,
                head => head with { Decision = head.Decision! with { Reason = reason } }
            )
        );
        Assert.Equal(words.Length == 0 ? "" : $"{Rejected}: {words}", (await AuditAsync(bot)).Found);
    }

    /// <summary>Whose name goes is not proved; what somebody did is.</summary>
    [Theory]
    [InlineData("Sam Security did not approve", " did not approve", "")]
    [InlineData("Sam Security did not approve", "Sam Security approved", "what is kept of it is not what its newest fact sealed")]
    [InlineData("Sam Security did not approve", "Priya Security did not approve", "what is kept of it is not what its newest fact sealed")]
    public async Task A_name_may_go_from_the_story_and_nothing_else_may(string line, string other, string words)
    {
        await using var bot = await WithTwoCasesAsync();
        var head = await bot.ReadAsync("r-REQ-2026-0002", StoredJson.Default.Case);
        Assert.Contains(head.History, happening => happening.Words == line);
        await bot.PutAsync(
            (await bot.RowAsync("r-REQ-2026-0002")).Changed(
                StoredJson.Default.Case,
                _ =>
                    head with
                    {
                        History =
                        [
                            .. head.History.Select(happening => happening.Words == line ? happening with { Words = other } : happening),
                        ],
                    }
            )
        );
        Assert.Equal(words.Length == 0 ? "" : $"{Rejected}: {words}", (await AuditAsync(bot)).Found);
    }

    [Fact]
    public async Task What_is_decided_while_the_audit_reads_is_no_break()
    {
        await using var bot = await WithTwoCasesAsync();
        var sent = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        var busy = new CountingTable(bot.The<ITable>())
        {
            BeforeReading = prefix => prefix == "a-" ? bot.RejectsAsync(TestBot.Sam, sent) : Task.CompletedTask,
        };
        Assert.Equal(
            0,
            (
                await new ChainAudit(busy, bot.The<ChatSettings>()).RunAsync(
                    broken => Assert.Fail(broken.ToString()),
                    CancellationToken.None
                )
            ).Broken
        );
        // The case twice, the book of roles, and the logs of exports, imports and policies.
        Assert.Equal(6, busy.Count.Gets);
    }

    [Fact]
    public async Task An_audit_reads_every_row_once_and_never_more_than_a_page()
    {
        await using var bot = await WithTwoCasesAsync();
        var (few, rows) = (await WithAsync(3, 110), await RowsAsync());
        var (many, more) = (await WithAsync(111, 210), await RowsAsync());
        Assert.Equal((more - rows, few.Gets), (many.Take().Rows - few.Take().Rows, many.Gets));
        Assert.True(many.LargestPage <= 100);

        async Task<RowCount> WithAsync(int from, int to)
        {
            for (var number = from; number <= to; number++)
                await CopyAsync(bot, number);
            await new IndexRebuild(bot.The<ITable>(), bot.The<ChatSettings>()).AllAsync(_ => { }, CancellationToken.None);
            var counted = new CountingTable(bot.The<ITable>());
            var audited = await new ChainAudit(counted, bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None);
            Assert.Equal((to, 0), (audited.Cases, audited.Broken));
            return counted.Count;
        }

        async Task<int> RowsAsync()
        {
            var (count, from) = (0, "!");
            while (await bot.The<ITable>().ReadAsync(RowEditing.Partition, from, "~", 1000, CancellationToken.None) is { Count: > 0 } page)
                (count, from) = (count + page.Count, page[^1].Key + "!");
            return count;
        }
    }

    /// <summary>The same chain under another number would be broken: each case gets one of its own.</summary>
    private static async Task CopyAsync(TestBot bot, int number)
    {
        var id = CaseStore.CaseId(2026, number);
        var head = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        var chained = HashChain.Append(HashChain.Start, 1, id, new(AuditEventKind.Submitted, TestBot.Rita.Id, head.SubmittedAt, []));
        await bot.PutAsync(
            Rows.Of(
                Keys.Case(id),
                head with
                {
                    Id = id,
                    EntryId = CaseStore.EntryId(number),
                    EventCount = 1,
                    ChainHead = chained.Hash,
                },
                StoredJson.Default.Case
            )
        );
        await bot.PutAsync(
            Rows.Of(Keys.Event(id, 1), chained.Event, StoredJson.Default.AuditEvent)
                .With("Sequence", 1)
                .With("Canonical", chained.Canonical.ToArray())
                .With("PreviousHash", chained.PreviousHash)
                .With("Hash", chained.Hash)
        );
    }

    private static async Task<TestBot> WithTwoCasesAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.RejectsAsync(TestBot.Sam, await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards")));
        return bot;
    }

    private static async Task<((long Cases, long Facts, long Broken) Audited, string Found)> AuditAsync(TestBot bot)
    {
        var found = new List<string>();
        var audited = await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(
            broken => found.Add(broken.ToString()),
            CancellationToken.None
        );
        Assert.Equal(audited.Findings, found.Count);
        return ((audited.Cases, audited.Events, audited.Broken), string.Join('\n', found));
    }

    private static Task<IReadOnlyList<Row>> AllAsync(TestBot bot) =>
        bot.The<ITable>().ReadAsync(RowEditing.Partition, "!", "~", 1000, CancellationToken.None);

    private static byte[] Touched(byte[] bytes) => [.. bytes[..^4], (byte)(bytes[^4] ^ 1), .. bytes[^3..]];

    private static string Text(Row row) =>
        string.Join('\n', row.Values.Values.Select(value => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value.ToString()));
}
