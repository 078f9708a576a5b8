using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Upkeep;

/// <summary>Rows that an earlier release wrote are indexed before anything is served.</summary>
public sealed class IndexMigrationTests
{
    [Fact]
    public async Task What_an_earlier_release_wrote_is_indexed_before_anything_is_served()
    {
        await using var bot = await TestBot.FilledAsync(200, 90);
        var (waiting, found) = (await FirstAsync(bot, 500), await FindAsync(bot, "notes"));
        foreach (var prefix in new[] { "iq-", "iw-", "v-" })
            await ForgetAsync(bot, prefix);
        Assert.Empty(await FirstAsync(bot, 500));
        await bot.The<IndexMigration>().MakeAsync(CancellationToken.None);
        Assert.Equal(waiting.Select(line => line.Id), (await FirstAsync(bot, 500)).Select(line => line.Id));
        Assert.Equal(found, await FindAsync(bot, "notes"), (one, other) => one.Id == other.Id);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase("REQ-2026-0007", "review-security", 1),
            "approve",
            values: new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
        );
        Assert.DoesNotContain(await FirstAsync(bot, 500), line => line.Id == "REQ-2026-0007");
    }

    /// <summary>
    /// Up to the fourth index a name's row had its letters and digits alone: दिल and दाल had one row, and a row of दाल said yes to दिल.
    /// </summary>
    [Fact]
    public async Task Rows_of_names_as_they_were_compared_before_say_nothing_and_are_replaced()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "दिल सॉफ्ट", SampleAnswers.NotesApp("दिल सॉफ्ट"));
        foreach (var prefix in new[] { "in-", "iw-", "ig-", "ih-", "ia-", "ib-", "v-" })
            await ForgetAsync(bot, prefix);
        var old = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes("दलसफट"));
        await bot.The<ITable>()
            .CommitAsync(
                "test",
                [
                    new RowChange.Put(new($"in-{old}!{sent.EntryId}", new Dictionary<string, object> { ["Entry"] = sent.EntryId })),
                    new RowChange.Put(new("v-indexes", new Dictionary<string, object> { ["Made"] = 4 })),
                ],
                CancellationToken.None
            );
        foreach (var name in new[] { "दिल सॉफ्ट", "दाल सॉफ्ट" })
            Assert.Empty(await bot.The<RegisterSearch>().NamedAsync(name, 10, CancellationToken.None));
        await bot.The<IndexMigration>().MakeAsync(CancellationToken.None);
        Assert.Single(await bot.The<RegisterSearch>().NamedAsync("दिल सॉफ्ट", 10, CancellationToken.None));
        Assert.Empty(await bot.The<RegisterSearch>().NamedAsync("दाल सॉफ्ट", 10, CancellationToken.None));
        Assert.DoesNotContain(
            await bot.The<ITable>().ReadAsync("test", "in-", Keys.After("in-"), 10, CancellationToken.None),
            row => row.Key.StartsWith($"in-{old}!SUP", StringComparison.Ordinal)
        );
        Assert.Single(await bot.The<ITable>().ReadAsync("test", "ia-", Keys.After("ia-"), 10, CancellationToken.None));
    }

    /// <summary>Up to the sixth index a withdrawn request was "not approved" on the register.</summary>
    [Fact]
    public async Task A_request_that_was_withdrawn_before_is_withdrawn_on_the_register()
    {
        await using var bot = await TestBot.StartAsync();
        var withdrawn = await WithdrawnAsync(bot, "Acme Notes");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var rejected = await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards"));
        await bot.RejectsAsync(TestBot.Sam, rejected);
        var entry = (await bot.The<CaseStore>().EntryAsync(withdrawn.EntryId, CancellationToken.None))!;
        Assert.Equal(EntryStatus.Withdrawn, entry.Status);
        await bot.The<ITable>()
            .CommitAsync(
                "test",
                [
                    new RowChange.Put(
                        Rows.Of(Keys.Entry(entry.Id), entry with { Status = EntryStatus.NotApproved }, StoredJson.Default.RegisterEntry)
                    ),
                    new RowChange.Put(new("v-indexes", new Dictionary<string, object> { ["Made"] = 6 })),
                ],
                CancellationToken.None
            );
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
        await bot.The<IndexMigration>().MakeAsync(CancellationToken.None);
        Assert.Equal(entry, await bot.The<CaseStore>().EntryAsync(entry.Id, CancellationToken.None), EqualEntries);
        Assert.Equal(EntryStatus.NotApproved, (await bot.The<CaseStore>().EntryAsync(rejected.EntryId, CancellationToken.None))!.Status);
        await bot.SaysAsync(TestBot.Priya, "can I use Acme Notes");
        Assert.Contains("the request was withdrawn", bot.Channel.In("a:teams:priya").Last().Text, StringComparison.Ordinal);
    }

    /// <summary>Up to the eighth index an entry said nothing of who stands behind it.</summary>
    [Fact]
    public async Task Who_stands_behind_a_supplier_comes_from_the_stored_answers()
    {
        await using var bot = await TestBot.StartAsync();
        var answers = new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["others_text"] = "OpenAI, Acme Labellers" };
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", answers);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve",
            values: new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
        );
        var entry = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        await ForgetAsync(bot, "iv-");
        await bot.The<ITable>()
            .CommitAsync(
                "test",
                [
                    new RowChange.Put(Rows.Of(Keys.Entry(entry.Id), entry with { Behind = null }, StoredJson.Default.RegisterEntry)),
                    new RowChange.Put(new("v-indexes", new Dictionary<string, object> { ["Made"] = 8 })),
                ],
                CancellationToken.None
            );
        await bot.The<IndexMigration>().MakeAsync(CancellationToken.None);
        Assert.Equal(entry, await bot.The<CaseStore>().EntryAsync(entry.Id, CancellationToken.None), EqualEntries);
        Assert.Equal([entry.Id], await bot.The<DependencyIndex>().DependentsAsync("openai", CancellationToken.None));
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
    }

    private static bool EqualEntries(RegisterEntry? one, RegisterEntry? other) => EntryVerifier.Text(one!) == EntryVerifier.Text(other!);

    private static async Task<Case> WithdrawnAsync(TestBot bot, string supplier)
    {
        var sent = await bot.SendsAsync(TestBot.Rita, supplier, SampleAnswers.NotesApp(supplier));
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, "receipt", sent.ContentVersion), "withdraw", "yes");
        return await bot.NewestAsync(TestBot.Rita);
    }

    private static Task<IReadOnlyList<CaseLine>> FirstAsync(TestBot bot, int take) =>
        bot.The<CaseQueue>().FirstAsync(bot.Time.GetUtcNow(), TestBot.Sam.Id, take, CancellationToken.None);

    private static async Task<IReadOnlyList<RegisterEntry>> FindAsync(TestBot bot, string text) =>
        (await bot.The<RegisterSearch>().FindAsync(text, 0, 20, 200, CancellationToken.None)).Page;

    private static async Task ForgetAsync(TestBot bot, string prefix)
    {
        var rows = await bot.The<ITable>().ReadAsync("test", prefix, Keys.After(prefix), 1000, CancellationToken.None);
        foreach (var batch in rows.Chunk(100))
            await bot.The<ITable>().CommitAsync("test", [.. batch.Select(row => new RowChange.Delete(row.Key))], CancellationToken.None);
    }
}
