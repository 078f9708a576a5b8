using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Upkeep;

/// <summary>Index rows that somebody removed, added or changed past the bot.</summary>
public sealed class IndexRebuildTests
{
    [Fact]
    public async Task A_decision_finds_the_row_missing_rebuilds_it_and_counts_once()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        foreach (var prefix in new[] { "ip-", "iu-", "in-", "it-" })
            await bot.RemoveAsync(Assert.Single(await bot.KeysAsync(prefix)));
        await bot.RejectsAsync(TestBot.Sam, sent, "Not with these terms, sorry.");
        var decided = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        Assert.Equal((CaseStatus.Rejected, 2), (decided.Status, decided.EventCount));
        Assert.Empty(await bot.KeysAsync("ip-"));
        foreach (var prefix in new[] { "iu-", "in-", "it-" })
            Assert.Single(await bot.KeysAsync(prefix));
    }

    [Fact]
    public async Task Another_name_finds_the_row_of_the_old_one_missing_and_is_taken()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.RemoveAsync(Assert.Single(await bot.KeysAsync("in-")));
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, sent.ContentVersion), "edit");
        var stored = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!;
        var renamed = stored.Value with
        {
            Draft = stored.Value.Draft with { Answers = stored.Value.Draft.Answers.With("name", "Beta Boards") },
        };
        Assert.NotNull(await bot.The<DraftStore>().SaveAsync(renamed, stored.ETag, CancellationToken.None));
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(renamed.Draft.Id, "summary", renamed.Draft.Revision), "submit");
        Assert.Equal("Beta Boards", (await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case)).Supplier);
        Assert.Equal(Keys.Named("Beta Boards", "SUP-0001"), Assert.Single(await bot.KeysAsync("in-")));
    }

    [Fact]
    public async Task A_rebuild_makes_what_is_missing_takes_what_leads_nowhere_and_leaves_the_rest()
    {
        await using var bot = await WithTwoCasesAsync();
        var before = await IndexAsync(bot);
        Assert.Equal(new Reindexed(2, 2, 0, 0, 0), await RebuildAsync(bot));
        await bot.RemoveAsync((await bot.KeysAsync("ip-"))[0]);
        await bot.RemoveAsync((await bot.KeysAsync("it-"))[1]);
        var mine = await bot.RowAsync((await bot.KeysAsync("iu-"))[0]);
        await bot.PutAsync(mine.Changed(StoredJson.Default.CaseLine, line => line with { Supplier = "Another" }));
        await bot.PutAsync(mine with { Key = "ip-0000000000000000000-REQ-2026-0001" });
        await bot.PutAsync(mine with { Key = "iu-teams:sam-0000000000000000000-REQ-2026-0001" });
        await bot.PutAsync(
            mine with
            {
                Key = "iu-teams:sam-0000000000000000001-REQ-2026-0001",
                Values = new Dictionary<string, object> { ["J0"] = "{" },
            }
        );
        await bot.PutAsync(new Row("in-00!SUP-0001", new Dictionary<string, object> { ["Entry"] = "SUP-0001" }));
        await bot.PutAsync(new Row("it-AISAAS-SUP-0009", new Dictionary<string, object> { ["Entry"] = "SUP-0009" }));
        Assert.Equal(new Reindexed(2, 2, 3, 5, 0), await RebuildAsync(bot));
        Assert.Equal(before, await IndexAsync(bot));
    }

    public static TheoryData<string> Ways => ["approve", "reject", "withdraw"];

    /// <summary>
    /// Privacy takes part where somebody holds it: a request about personal data that was decided before anybody did was decided by fewer
    /// people.
    /// </summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_holds_a_role_afterwards_changes_nothing_of_what_was_decided(string way)
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var (by, target) = way == "withdraw" ? (TestBot.Rita, "yes") : (TestBot.Sam, "sent");
        await bot.PressesAsync(
            by,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            way,
            target,
            new Dictionary<string, string>
            {
                ["terms"] = "agreed",
                ["terms_ref"] = "MSA v3",
                ["comment"] = "Not with these terms, sorry.",
            }
        );
        Assert.False((await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case)).IsOpen);
        await bot.DeliverAsync();
        var before = await IndexAsync(bot);
        await bot.SaysAsync(TestBot.Rita, "hello");
        await bot.SaysAsync(TestBot.Carla, "roles add privacy Rita Requester");
        await bot.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        Assert.Equal(0, (await RebuildAsync(bot)).Written);
        Assert.Equal(before, await IndexAsync(bot));
    }

    [Fact]
    public async Task What_cannot_be_read_is_reported_and_keeps_its_index_rows()
    {
        await using var bot = await WithTwoCasesAsync();
        var before = await IndexAsync(bot);
        await bot.PutAsync((await bot.RowAsync("r-REQ-2026-0002")).With("Shape", 7));
        var unreadable = new List<string>();
        Assert.Equal(
            new Reindexed(2, 2, 0, 0, 1),
            await new IndexRebuild(bot.The<ITable>(), bot.The<ChatSettings>()).AllAsync(unreadable.Add, CancellationToken.None)
        );
        Assert.StartsWith("Row r-REQ-2026-0002 has shape 7", Assert.Single(unreadable), StringComparison.Ordinal);
        Assert.Equal(before, await IndexAsync(bot));
    }

    [Fact]
    public async Task A_decision_made_while_the_index_is_rebuilt_keeps_its_rows()
    {
        await using var bot = await WithTwoCasesAsync();
        var sent = await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case);
        await bot.RemoveAsync(Keys.Due(sent.DueAt, sent.Id));
        var decided = false;
        var table = new CountingTable(bot.The<ITable>())
        {
            BeforeCommitting = async _ =>
            {
                if (decided)
                    return;
                decided = true;
                await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, sent.ContentVersion), "withdraw", "yes");
            },
        };
        await new IndexRebuild(table, bot.The<ChatSettings>()).AllAsync(_ => { }, CancellationToken.None);
        Assert.Equal(CaseStatus.Withdrawn, (await bot.ReadAsync("r-REQ-2026-0001", StoredJson.Default.Case)).Status);
        Assert.DoesNotContain(await bot.KeysAsync("ip-"), key => key.EndsWith(sent.Id, StringComparison.Ordinal));
    }

    private static async Task<TestBot> WithTwoCasesAsync()
    {
        var bot = await TestBot.StartAsync();
        foreach (var name in new[] { "Acme Notes", "Beta Boards" })
        {
            await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
            bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
        return bot;
    }

    private static Task<Reindexed> RebuildAsync(TestBot bot) =>
        new IndexRebuild(bot.The<ITable>(), bot.The<ChatSettings>()).AllAsync(Assert.Fail, CancellationToken.None);

    private static async Task<string> IndexAsync(TestBot bot)
    {
        var rows = await bot.The<ITable>().ReadAsync(RowEditing.Partition, "i", "j", 1000, CancellationToken.None);
        return string.Join(
            '\n',
            rows.Select(row => $"{row.Key} {string.Join(' ', row.Values.OrderBy(value => value.Key).Select(value => value.Value))}")
        );
    }
}
