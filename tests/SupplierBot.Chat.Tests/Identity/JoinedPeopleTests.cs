using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Identity;

/// <summary>
/// Four eyes are two people's, not two accounts': one person on both platforms is joined by the address both say is theirs.
/// </summary>
public sealed class JoinedPeopleTests
{
    private static readonly Person SamOnSlack = new(new("slack:T1:USAM"), "Sam");
    private const string SamsAddress = "sam@acme.example";

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Who_asked_with_one_account_cannot_decide_with_the_other(bool joins)
    {
        await using var bot = await StartAsync(joins);
        await bot.GiveAsync(bot.Personal(TestBot.Sam, RequestReader.Typed("help")) with { Email = SamsAddress });
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")) with { Email = " Sam@Acme.Example " });
        var sent = await bot.SendsAsync(SamOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await RejectsAsync(bot, TestBot.Sam, sent);
        Assert.Equal(joins, await IsOpenAsync(bot, sent));
        await bot.GiveAsync(bot.Personal(TestBot.Priya, RequestReader.Typed("help")) with { Email = "priya@acme.example" });
        await RejectsAsync(bot, TestBot.Priya, sent);
        Assert.False(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task One_person_says_yes_once_whatever_they_say_it_with()
    {
        await using var bot = await StartAsync();
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")) with { Email = SamsAddress });
        await bot.GiveAsync(bot.Personal(TestBot.Sam, RequestReader.Typed("help")) with { Email = SamsAddress });
        await bot.GiveAsync(bot.Personal(TestBot.Rita, RequestReader.Typed("help")) with { Email = "rita@acme.example" });
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.LargeApp("Acme Notes"));
        await ApprovesAsync(bot, TestBot.Sam, sent);
        Assert.Equal(TestBot.Sam, Assert.Single((await bot.NewestAsync(TestBot.Rita)).Approvals).By);
        var again = await ApprovesAsync(bot, SamOnSlack, sent);
        Assert.Single((await bot.NewestAsync(TestBot.Rita)).Approvals);
        Assert.Contains("You approved this", TestBot.TextOf(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_held_with_one_account_is_held_with_both()
    {
        await using var bot = await StartAsync();
        await bot.GiveAsync(bot.Personal(TestBot.Rita, RequestReader.Typed("help")) with { Email = "rita@acme.example" });
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await RejectsAsync(bot, SamOnSlack, sent);
        Assert.True(await IsOpenAsync(bot, sent));
        await bot.GiveAsync(bot.Personal(TestBot.Sam, RequestReader.Typed("help")) with { Email = SamsAddress });
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")) with { Email = SamsAddress });
        await RejectsAsync(bot, SamOnSlack, sent);
        Assert.False(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task What_was_joined_stays_joined_when_an_address_changes_and_after_a_new_start()
    {
        await using var bot = await StartAsync();
        await bot.GiveAsync(bot.Personal(TestBot.Sam, RequestReader.Typed("help")) with { Email = SamsAddress });
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")) with { Email = SamsAddress });
        var sent = await bot.SendsAsync(SamOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.RestartAsync();
        await bot.GiveAsync(bot.Personal(TestBot.Sam, RequestReader.Typed("help")) with { Email = "another@acme.example" });
        await RejectsAsync(bot, TestBot.Sam, sent);
        Assert.True(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task Other_people_are_other_people()
    {
        await using var bot = await StartAsync();
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")) with { Email = SamsAddress });
        await bot.GiveAsync(bot.Personal(TestBot.Priya, RequestReader.Typed("help")) with { Email = "priya@acme.example" });
        var sent = await bot.SendsAsync(SamOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await RejectsAsync(bot, TestBot.Priya, sent);
        Assert.False(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public void Lists_that_share_an_account_are_one_persons_and_an_account_alone_is_nobodys_twin()
    {
        PersonId a = new("teams:a"),
            b = new("slack:T1:B"),
            c = new("teams:c"),
            d = new("slack:T1:D");
        var joined = new JoinedPeople([
            [a, b],
            [c, d],
            [new("teams:alone")],
        ]);
        Assert.Equal(
            [
                [a, b],
                [c, d],
            ],
            joined.All
        );
        joined.Add([b, c]);
        Assert.Equal([a, b, c, d], Assert.Single(joined.All));
    }

    private static async Task<TestBot> StartAsync(bool joins = true)
    {
        var bot = await TestBot.StartAsync();
        bot.JoinsAccounts = joins;
        await bot.RestartAsync();
        return bot;
    }

    private static Task<TurnAnswer> RejectsAsync(TestBot bot, Person person, Case sent) =>
        bot.PressesAsync(
            person,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "reject",
            values: new Dictionary<string, string> { ["comment"] = "Not needed by anybody here." }
        );

    private static Task<TurnAnswer> ApprovesAsync(TestBot bot, Person person, Case sent) =>
        bot.PressesAsync(
            person,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve",
            values: new Dictionary<string, string>
            {
                ["terms"] = "covered",
                ["terms_ref"] = "MSA v3",
                ["comment"] = "We can leave it in days.",
            }
        );

    private static async Task<bool> IsOpenAsync(TestBot bot, Case sent) =>
        (await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value.IsOpen;
}
