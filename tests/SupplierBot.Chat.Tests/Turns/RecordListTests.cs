using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>What auditors ask for and see in the chat itself: incidents, and who has read the policy.</summary>
public sealed class RecordListTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await TestBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Incidents_are_listed_by_supplier_the_newest_first()
    {
        await ReportsAsync(await ApprovedAsync("Acme Notes"), "They lost a laptop with logs.");
        var beta = await ApprovedAsync("Beta Board");
        await ReportsAsync(beta, "They were down for a day.");
        await ReportsAsync(beta, "A model answered with other people's data.");
        var text = await bot.ReadsAsync(TestBot.Sam, "list incidents");
        Assert.True(text.IndexOf("Beta Board", StringComparison.Ordinal) < text.IndexOf("Acme Notes", StringComparison.Ordinal), text);
        Assert.Contains("other people's data", text, StringComparison.Ordinal);
        Assert.Contains("1 more incident", text, StringComparison.Ordinal);
        Assert.DoesNotContain("down for a day", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_pages_of_them()
    {
        for (var number = 1; number <= CaseLists.PageLength + 1; number++)
            await ReportsAsync(await ApprovedAsync($"Acme {number:D2}"), "They were down for a day.");
        var first = await bot.ReadsAsync(TestBot.Sam, "incidents");
        Assert.DoesNotContain("Acme 01", first, StringComparison.Ordinal);
        Assert.Contains("more", first, StringComparison.Ordinal);
        var next = await bot.PressesAsync(TestBot.Sam, CardStamp.None, "next_page", $"{CaseLists.PageLength} incidents");
        Assert.Contains("Acme 01", TestBot.TextOf(next), StringComparison.Ordinal);
        Assert.DoesNotContain("Acme 02", TestBot.TextOf(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_incident_is_said_too() =>
        Assert.Contains(
            "No incident has been recorded at a supplier.",
            await bot.ReadsAsync(TestBot.Sam, "incidents"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Who_has_read_the_policy_is_listed_once_each_by_name()
    {
        Assert.Contains(
            "Nobody has confirmed yet",
            await bot.ReadsAsync(TestBot.Sam, "who has read the policy?"),
            StringComparison.Ordinal
        );
        await bot.SaysAsync(TestBot.Rita, "policy read");
        await bot.SaysAsync(TestBot.Priya, "policy read");
        await bot.SaysAsync(TestBot.Rita, "policy read", "again");
        var text = await bot.ReadsAsync(TestBot.Sam, "who has read the policy?");
        Assert.Contains("2 people have confirmed", text, StringComparison.Ordinal);
        Assert.Contains(TestBot.Rita.Name, text, StringComparison.Ordinal);
        Assert.Contains(TestBot.Priya.Name, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incidents")]
    [InlineData("who has read the policy?")]
    public async Task Neither_is_for_everybody(string typed)
    {
        await ReportsAsync(await ApprovedAsync("Acme Notes"), "They lost a laptop with logs.");
        await bot.SaysAsync(TestBot.Priya, "policy read");
        var text = await bot.ReadsAsync(TestBot.Rita, typed);
        Assert.Contains("Only reviewers, auditors and admins can download this.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("laptop", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_of_supplier_is_a_filter_and_an_unknown_one_is_answered_with_those_there_are()
    {
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Contains("Acme Notes", await bot.ReadsAsync(TestBot.Sam, "register type application"), StringComparison.Ordinal);
        Assert.Contains("No supplier matches.", await bot.ReadsAsync(TestBot.Sam, "register type cloud"), StringComparison.Ordinal);
        var unknown = await bot.ReadsAsync(TestBot.Sam, "register type spaceship");
        Assert.Contains("No supplier type is called “spaceship”.", unknown, StringComparison.Ordinal);
        Assert.Contains("Cloud, compute or AI platform provider", unknown, StringComparison.Ordinal);
    }

    private async Task<Case> ApprovedAsync(string name)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        return sent;
    }

    private async Task ReportsAsync(Case approved, string words)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.FillsInAsync(TestBot.Rita, approved, "incident", "", ("note_text", words));
    }
}
