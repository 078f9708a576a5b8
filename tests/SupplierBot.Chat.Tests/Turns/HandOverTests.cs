using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Somebody leaves: an admin hands over all that they own, line by line, and everybody who has to hears of it.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private static readonly string Everything = $"hand over everything of {TestBot.Rita.Name} to {TestBot.Priya.Name}";
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        // Whom a message can name has written to the bot, and longer ago than somebody new.
        await bot.SaysAsync(TestBot.Priya, "help");
        bot.Time.Advance(TimeSpan.FromDays(10));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task It_is_shown_first_and_changed_when_the_admin_says_so()
    {
        var (acme, beta) = (await ApprovedAsync("Acme Notes"), await ApprovedAsync("Beta Board"));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var open = await bot.SendsAsync(TestBot.Rita, "Gamma Graph", SampleAnswers.NotesApp("Gamma Graph"));
        var asked = await bot.ReadsAsync(TestBot.Carla, Everything);
        Assert.Contains("owns 2 suppliers", asked, StringComparison.Ordinal);
        Assert.Contains("Acme Notes", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Gamma Graph", asked, StringComparison.Ordinal);
        Assert.Equal(TestBot.Rita.Id, await OwnerAsync(acme));
        var done = await bot.ReadsAsync(TestBot.Carla, $"confirm {Everything}");
        Assert.Contains("owns 2 more suppliers now", done, StringComparison.Ordinal);
        Assert.Equal((TestBot.Priya.Id, TestBot.Priya.Id), (await OwnerAsync(acme), await OwnerAsync(beta)));
        Assert.Equal(TestBot.Rita.Id, await OwnerAsync(open));
        for (var sweep = 0; sweep < 5; sweep++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            await bot.DeliverAsync();
        }
        Assert.Contains(
            bot.Channel.In($"a:{TestBot.Priya.Id}"),
            message => message.Text.Contains("You're the owner of Acme Notes", StringComparison.Ordinal)
        );
        Assert.Contains(
            bot.Channel.In($"a:{TestBot.Rita.Id}"),
            message => message.Text.Contains("owns Beta Board now", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Said_again_it_does_nothing_more()
    {
        var acme = await ApprovedAsync("Acme Notes");
        await bot.SaysAsync(TestBot.Carla, $"confirm {Everything}", "t1");
        await bot.SaysAsync(TestBot.Carla, $"confirm {Everything}", "t1");
        var again = await bot.ReadsAsync(TestBot.Carla, $"confirm {Everything}");
        Assert.Contains("own any supplier in use", again, StringComparison.Ordinal);
        Assert.Single((await bot.CaseAsync(acme)).FormerOwners);
    }

    [Fact]
    public async Task What_is_in_review_stays_and_is_named()
    {
        var acme = await ApprovedAsync("Acme Notes");
        await ApprovedAsync("Beta Board");
        await bot.SaysAsync(TestBot.Rita, $"review {acme.EntryId}");
        await bot.PressesAsync(TestBot.Rita, await bot.SaysAgainAsync(TestBot.Rita), "submit");
        var done = await bot.ReadsAsync(TestBot.Carla, $"confirm {Everything}");
        Assert.Contains("owns 1 more supplier now", done, StringComparison.Ordinal);
        Assert.Contains($"Not changed: {acme.EntryId}.", done, StringComparison.Ordinal);
        Assert.Equal(TestBot.Rita.Id, await OwnerAsync(acme));
    }

    [Fact]
    public async Task Only_an_admin_does()
    {
        var acme = await ApprovedAsync("Acme Notes");
        Assert.Contains("Only admins", await bot.ReadsAsync(TestBot.Rita, $"confirm {Everything}"), StringComparison.Ordinal);
        Assert.Equal(TestBot.Rita.Id, await OwnerAsync(acme));
    }

    [Fact]
    public async Task Somebody_unknown_is_not_guessed()
    {
        await ApprovedAsync("Acme Notes");
        var text = await bot.ReadsAsync(TestBot.Carla, $"confirm hand over everything of {TestBot.Rita.Name} to Nobody Known");
        Assert.Contains("I don't know Nobody Known.", text, StringComparison.Ordinal);
    }

    private async Task<Case> ApprovedAsync(string name)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        return await bot.CaseAsync(sent);
    }

    private async Task<PersonId> OwnerAsync(Case one) =>
        (await bot.The<CaseStore>().EntryAsync(one.EntryId, CancellationToken.None))!.Owner.Id;
}
