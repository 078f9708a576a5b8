using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>Owners are asked about what happened to a provider of theirs: once for each cause, so many a day.</summary>
public sealed class ProviderChangeServiceTests
{
    private static readonly Dictionary<string, string> Agreed = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };

    [Fact]
    public async Task An_incident_at_a_provider_is_asked_about_once_and_the_audit_finds_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var provider = await ApprovedAsync(bot, "Nimbus Models");
        var dependent = await ApprovedAsync(bot, "Acme Notes", "nimbus models (N-4), Hetzner");
        var other = await ApprovedAsync(bot, "Beta Boards", "Hetzner");
        Assert.Equal(0, await RunAsync(bot));
        await IncidentAsync(bot, provider);
        Assert.Equal(1, await RunAsync(bot));
        var asked = await CaseAsync(bot, dependent.Id);
        Assert.Equal((ProviderChangeKind.Incident, "Nimbus Models"), (asked.ProviderChange!.Kind, asked.ProviderChange.Provider));
        Assert.Null(asked.ReviewDue);
        Assert.Null((await CaseAsync(bot, other.Id)).ProviderChange);
        Assert.Null((await CaseAsync(bot, provider.Id)).ProviderChange);
        for (var sweeps = 0; sweeps < 20; sweeps++)
        {
            bot.Time.Advance(TimeSpan.FromSeconds(5));
            await bot.DeliverAsync();
        }
        Assert.Single(NoticesTo(bot, TestBot.Rita, "Incident at Nimbus Models, behind Acme Notes"));
        Assert.Equal(0, await RunAsync(bot));
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RunAsync(bot));
        Assert.Equal(asked.Version, (await CaseAsync(bot, dependent.Id)).Version);
        Assert.Equal("", await FindingsAsync(bot));
    }

    [Fact]
    public async Task A_second_incident_is_another_cause()
    {
        await using var bot = await TestBot.StartAsync();
        var provider = await ApprovedAsync(bot, "Nimbus Models");
        var dependent = await ApprovedAsync(bot, "Acme Notes", "Nimbus Models");
        await IncidentAsync(bot, provider);
        Assert.Equal(1, await RunAsync(bot));
        bot.Time.Advance(TimeSpan.FromHours(1));
        await IncidentAsync(bot, provider, "Their keys leaked, too, and they wrote to us.");
        Assert.Equal(1, await RunAsync(bot));
        Assert.Equal(
            2,
            (await CaseAsync(bot, dependent.Id)).Passed.Count(id => id.StartsWith("ProviderChanged-", StringComparison.Ordinal))
        );
        Assert.Equal("", await FindingsAsync(bot));
    }

    [Fact]
    public async Task A_change_that_was_reported_and_sent_is_asked_about_and_a_draft_of_it_is_not()
    {
        await using var bot = await TestBot.StartAsync();
        var provider = await ApprovedAsync(bot, "Nimbus Models");
        await ApprovedAsync(bot, "Acme Notes", "Nimbus Models");
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfCase(provider.Id, "receipt", provider.ContentVersion),
            Verbs.Changed,
            target: "sent",
            values: new Dictionary<string, string> { ["triggers"] = "T9", ["change_text"] = "They were bought." }
        );
        Assert.Equal(0, await RunAsync(bot));
    }

    [Fact]
    public async Task Replicas_at_the_same_moment_ask_once()
    {
        await using var bot = await TestBot.StartAsync();
        var provider = await ApprovedAsync(bot, "Nimbus Models");
        var dependent = await ApprovedAsync(bot, "Acme Notes", "Nimbus Models");
        await IncidentAsync(bot, provider);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(bot)));
        Assert.Equal(dependent.Version + 1, (await CaseAsync(bot, dependent.Id)).Version);
    }

    [Fact]
    public async Task A_working_day_brings_so_many_and_the_next_the_rest()
    {
        await using var bot = await TestBot.StartAsync();
        var provider = await ApprovedAsync(bot, "Nimbus Models");
        for (var number = 0; number < ProviderChangeService.MostADay + 2; number++)
            await ApprovedAsync(bot, $"Vendor {number}", "Nimbus Models");
        await IncidentAsync(bot, provider);
        Assert.Equal(ProviderChangeService.MostADay, await RunAsync(bot));
        Assert.Equal(0, await RunAsync(bot));
        await bot.RestartAsync();
        Assert.Equal(0, await RunAsync(bot));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await RunAsync(bot));
    }

    [Fact]
    public async Task Nothing_happens_outside_working_time_or_for_what_is_long_ago()
    {
        await using var bot = await TestBot.StartAsync();
        var provider = await ApprovedAsync(bot, "Nimbus Models");
        await ApprovedAsync(bot, "Acme Notes", "Nimbus Models");
        await IncidentAsync(bot, provider);
        bot.Time.SetUtcNow(new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero)); // Saturday
        Assert.Equal(0, await RunAsync(bot));
        bot.Time.SetUtcNow(new(2027, 1, 12, 10, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RunAsync(bot));
    }

    private static Task<int> RunAsync(TestBot bot) => bot.The<ProviderChangeService>().RunAsync(CancellationToken.None);

    private static async Task<Case> ApprovedAsync(TestBot bot, string supplier, string behind = "")
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1)); // the newest is the one that is sent here
        var answers = new Dictionary<string, string>(SampleAnswers.NotesApp(supplier)) { ["others_text"] = behind };
        var sent = await bot.SendsAsync(TestBot.Rita, supplier, answers);
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Agreed);
        return await CaseAsync(bot, sent.Id);
    }

    private static async Task IncidentAsync(TestBot bot, Case current, string words = "Their storage was open for a day.")
    {
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfCase(current.Id, "receipt", current.ContentVersion),
            Verbs.Incident,
            target: "sent",
            values: new Dictionary<string, string> { ["note_text"] = words }
        );
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
