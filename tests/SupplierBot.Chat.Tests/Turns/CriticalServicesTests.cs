using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>The other services of the supplier are read where a decision may make another one critical.</summary>
public sealed class CriticalServicesTests
{
    [Fact]
    public async Task The_third_critical_service_of_a_supplier_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(
            TestBot.Rita,
            "Acme Cloud",
            new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Cloud")) { ["access"] = "runs_live" }
        );
        Assert.Equal(Tier.Critical, sent.Assessment.Tier);
        var entry = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        await PutAsync(bot, entry with { Id = "SUP-0901", Status = EntryStatus.Active });
        await PutAsync(bot, entry with { Id = "SUP-0902", Status = EntryStatus.Active, Supplier = "ACME cloud" });
        foreach (var reviewer in new[] { TestBot.Sam, TestBot.Priya, TestBot.Carla })
            await bot.PressesAsync(
                reviewer,
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                values: new Dictionary<string, string>
                {
                    ["terms"] = "agreed",
                    ["terms_ref"] = "MSA v3",
                    ["comment"] = "There is no other, and we can leave it in days.",
                }
            );
        var approved = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal(CaseStatus.Approved, approved.Status);
        Assert.Equal(
            [(TestBot.Sam, 3), (TestBot.Priya, 3), (TestBot.Carla, 3)],
            approved.Notifications.Where(one => one.Kind == NotificationKind.CriticalServices).Select(one => (one.To, one.Number))
        );
    }

    [Fact]
    public async Task Who_decides_reads_how_many_critical_services_depend_on_a_provider()
    {
        await using var bot = await TestBot.StartAsync();
        var answers = new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["others_text"] = "gpt-4o, Acme Labellers" };
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", answers);
        var entry = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        Assert.DoesNotContain("critical services", await ReadsAsync(bot, sent), StringComparison.Ordinal);
        for (var number = 1; number <= 4; number++)
            await PutAsync(
                bot,
                entry with
                {
                    Id = $"SUP-090{number}",
                    Supplier = $"Vendor {number}",
                    Status = EntryStatus.Active,
                    Tier = Tier.Critical,
                    Behind = number < 4 ? new(["openai"], []) : null,
                }
            );
        var read = await ReadsAsync(bot, sent);
        Assert.Contains("3 of our 4 critical services depend on OpenAI.", read, StringComparison.Ordinal);
        Assert.Contains("OpenAI (gpt-4o, AI model), Acme Labellers (as typed)", read, StringComparison.Ordinal);
        var digest = await bot.The<DigestReader>().ReadAsync(bot.Time.GetUtcNow().AddDays(-7), CancellationToken.None);
        Assert.Equal(new CriticalUse("openai", 3), Assert.Single(digest.Concentration));
        Assert.Equal(4, digest.Critical);
        await bot.SaysAsync(TestBot.Sam, "register with OpenAI");
        Assert.Contains(
            "3 of our 4 critical services depend on OpenAI.",
            bot.Channel.In("a:teams:sam").Last().Text,
            StringComparison.Ordinal
        );
    }

    private static async Task<string> ReadsAsync(TestBot bot, Case sent) =>
        TestBot.TextOf(
            await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), Verbs.Review)
        );

    private static async Task PutAsync(TestBot bot, RegisterEntry entry)
    {
        RowChange[] batch =
        [
            new RowChange.Put(Rows.Of(Keys.Entry(entry.Id), entry, StoredJson.Default.RegisterEntry)),
            .. IndexRows.Of(entry).Select(row => new RowChange.Put(row)),
        ];
        Assert.IsType<CommitResult.Committed>(await bot.The<ITable>().CommitAsync(Keys.Workflow("test"), batch, CancellationToken.None));
    }
}
