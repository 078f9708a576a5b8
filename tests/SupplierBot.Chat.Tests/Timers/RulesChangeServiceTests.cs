using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>The bot starts with another policy, and the register is compared with it.</summary>
public sealed class RulesChangeServiceTests
{
    private static readonly Dictionary<string, string> Agreed = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };

    [Fact]
    public async Task A_stricter_policy_makes_a_review_due_once_and_owner_and_security_are_told()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await ApprovedAsync(bot, "Acme Notes");
        Assert.Equal(0, await RunAsync(bot));
        await StricterAsync(bot);
        Assert.Equal(1, await RunAsync(bot));
        var current = await CaseAsync(bot, used.Id);
        Assert.Equal((Tier.Medium, Tier.High, used.PolicyHash), (current.Assessment.Tier, current.RulesChange!.To, current.PolicyHash));
        Assert.Equal(EntryStatus.ReviewDue, (await bot.The<CaseStore>().EntryAsync(used.EntryId, CancellationToken.None))!.Status);
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam, TestBot.Priya })
            Assert.Single(NoticesTo(bot, person, "Policy changed: Acme Notes would be High"));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RunAsync(bot));
        Assert.Equal(current.Version, (await CaseAsync(bot, used.Id)).Version);
        Assert.Equal("", await FindingsAsync(bot));
    }

    [Fact]
    public async Task Replicas_at_the_same_moment_do_it_once()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await ApprovedAsync(bot, "Acme Notes");
        await StricterAsync(bot);
        var due = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(bot)));
        Assert.Equal(1, due.Sum());
        Assert.Equal(used.Version + 1, (await CaseAsync(bot, used.Id)).Version);
    }

    [Fact]
    public async Task A_working_day_brings_so_many_reviews_and_the_next_the_rest()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 0; number < RulesChangeService.MostADay + 2; number++)
            await ApprovedAsync(bot, $"Vendor {number}");
        await StricterAsync(bot);
        Assert.Equal(RulesChangeService.MostADay, await RunAsync(bot));
        Assert.Equal(0, await RunAsync(bot));
        await bot.RestartAsync();
        Assert.Equal(0, await RunAsync(bot));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await RunAsync(bot));
    }

    [Fact]
    public async Task Nothing_happens_outside_working_time()
    {
        await using var bot = await TestBot.StartAsync();
        await ApprovedAsync(bot, "Acme Notes");
        await StricterAsync(bot);
        bot.Time.SetUtcNow(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero)); // Saturday
        Assert.Equal(0, await RunAsync(bot));
        bot.Time.SetUtcNow(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await RunAsync(bot));
    }

    private static Task<int> RunAsync(TestBot bot) => bot.The<RulesChangeService>().RunAsync(CancellationToken.None);

    private static async Task<Case> ApprovedAsync(TestBot bot, string supplier)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1)); // the newest is the one that is sent here
        var sent = await bot.SendsAsync(TestBot.Rita, supplier, SampleAnswers.NotesApp(supplier));
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Agreed);
        var approved = await CaseAsync(bot, sent.Id);
        Assert.Equal((CaseStatus.Approved, Tier.Medium), (approved.Status, approved.Assessment.Tier));
        return approved;
    }

    /// <summary>A new start with a policy by which much fewer points are High.</summary>
    private static async Task StricterAsync(TestBot bot)
    {
        var text = DefaultPolicy
            .Text()
            .Replace("    from: 15\n", "    from: 7\n", StringComparison.Ordinal)
            .Replace("    from: 35\n", "    from: 8\n", StringComparison.Ordinal)
            .Replace("version: ", "version: stricter-", StringComparison.Ordinal);
        bot.PolicyText = text;
        await bot.RestartAsync();
        Assert.Null(await bot.The<PolicyStore>().PlaceAsync(text, CancellationToken.None));
    }

    private static async Task<Case> CaseAsync(TestBot bot, string id) =>
        (await bot.The<CaseStore>().FindAsync(id, CancellationToken.None))!.Value;

    private static async Task<string> FindingsAsync(TestBot bot)
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        return string.Join('\n', found);
    }

    private static IEnumerable<PostedCard> NoticesTo(TestBot bot, Person person, string words) =>
        bot.Channel.In("a:" + person.Id).Where(shown => shown.Text.Contains(words, StringComparison.Ordinal));
}
