using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Identity;

/// <summary>Where two accounts may be one person's, the platforms are asked; where one does not say, nothing is decided.</summary>
public sealed class AccountCheckTests
{
    private static readonly Person SamOnSlack = new(new("slack:T1:USAM"), "Sam");
    private static readonly Person RitaOnSlack = new(new("slack:T1:URITA"), "Rita");
    private readonly FakePeopleDirectory teams = new("teams"),
        slack = new("slack");

    [Theory]
    [InlineData("approve"), InlineData("reject")]
    public async Task Who_sent_while_the_platform_was_silent_decides_nothing_with_the_other_account(string verb)
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Sam, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        slack.Has(SamOnSlack, "sam@acme.example");
        var answer = await DecidesAsync(bot, SamOnSlack, sent, verb);
        Assert.Contains("Try again in a moment", TestBot.TextOf(answer), StringComparison.Ordinal);
        Assert.True(await IsOpenAsync(bot, sent));
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        teams.Has(TestBot.Sam, "sam@acme.example");
        answer = await DecidesAsync(bot, SamOnSlack, sent, verb);
        Assert.Contains("your own request", TestBot.TextOf(answer), StringComparison.Ordinal);
        Assert.True(await IsOpenAsync(bot, sent));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task In_both_directions_and_once_both_say_it_others_decide(bool fromSlack)
    {
        await using var bot = await StartAsync();
        var (asks, decides) = fromSlack ? (RitaOnSlack, TestBot.Sam) : (TestBot.Rita, SamOnSlack);
        var sent = await bot.SendsAsync(asks, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Contains("Try again in a moment", TestBot.TextOf(await DecidesAsync(bot, decides, sent)), StringComparison.Ordinal);
        foreach (
            var (directory, person) in new[] { (teams, TestBot.Rita), (teams, TestBot.Sam), (slack, RitaOnSlack), (slack, SamOnSlack) }
        )
            directory.Has(person, $"{person.FirstName}@acme.example");
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        await DecidesAsync(bot, decides, sent);
        Assert.False(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task The_owner_may_be_the_same_person_too()
    {
        await using var bot = await StartAsync();
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
            teams.Has(person, $"{person.FirstName}@acme.example");
        slack.Has(SamOnSlack, "sam@acme.example");
        var sent = await bot.SendsAsync(
            TestBot.Rita,
            "Acme Notes",
            new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["owner"] = "Sam Security" }
        );
        Assert.Equal(TestBot.Sam.Id, sent.Owner.Id);
        Assert.Contains("You're the owner", TestBot.TextOf(await DecidesAsync(bot, SamOnSlack, sent)), StringComparison.Ordinal);
        Assert.True(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task A_platform_that_knows_no_address_is_named_and_others_of_the_own_platform_decide()
    {
        await using var bot = await StartAsync();
        bot.Time.Advance(RoleHolding.GivenFor); // Sam's role on Slack was not given for this.
        slack.Has(RitaOnSlack, null);
        var sent = await bot.SendsAsync(RitaOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        teams.Has(TestBot.Priya, "priya@acme.example");
        Assert.Contains(
            "Slack gives no email address for Rita",
            TestBot.TextOf(await DecidesAsync(bot, TestBot.Priya, sent)),
            StringComparison.Ordinal
        );
        Assert.True(await IsOpenAsync(bot, sent));
        slack.Has(SamOnSlack, null);
        await DecidesAsync(bot, SamOnSlack, sent);
        Assert.False(await IsOpenAsync(bot, sent));
    }

    [Theory]
    [InlineData("carla@acme.example", "Slack gives no email address for Rita"), InlineData(null, "Try again in a moment")]
    public async Task The_person_who_gave_the_role_may_be_the_requester(string? giver, string words)
    {
        await using var bot = await StartAsync();
        slack.Has(RitaOnSlack, null);
        if (giver is not null)
            teams.Has(TestBot.Carla, giver);
        var sent = await bot.SendsAsync(RitaOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        slack.Has(SamOnSlack, null);
        Assert.Contains(words, TestBot.TextOf(await DecidesAsync(bot, SamOnSlack, sent)), StringComparison.Ordinal);
        Assert.True(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task A_delegate_is_asked_about_with_the_person_they_stand_in_for()
    {
        await using var bot = await StartAsync();
        var una = new Person(new("teams:una"), "Una Newcomer");
        await bot.GiveAsync(bot.Personal(una, RequestReader.Typed("help")));
        await bot.SaysAsync(TestBot.Sam, "delegate to Una Newcomer until 20 Dec");
        var sent = await bot.SendsAsync(SamOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        teams.Has(una, "una@acme.example");
        slack.Has(SamOnSlack, "sam@acme.example");
        Assert.Contains("Try again in a moment", TestBot.TextOf(await DecidesAsync(bot, una, sent)), StringComparison.Ordinal);
        Assert.Contains(TestBot.Sam.Id, teams.Asked);
        Assert.True(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task On_one_platform_nobody_is_asked_and_nothing_is_held_back()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        teams.Asked.Clear();
        await DecidesAsync(bot, TestBot.Priya, sent);
        Assert.False(await IsOpenAsync(bot, sent));
        Assert.Empty(teams.Asked);
    }

    [Fact]
    public async Task Where_accounts_are_not_joined_nobody_is_asked()
    {
        await using var bot = await StartAsync(joins: false);
        var sent = await bot.SendsAsync(RitaOnSlack, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await DecidesAsync(bot, TestBot.Priya, sent);
        Assert.False(await IsOpenAsync(bot, sent));
        Assert.Empty(teams.Asked.Concat(slack.Asked));
    }

    [Fact]
    public async Task A_name_that_somebody_typed_has_no_account_and_holds_nothing_back()
    {
        await using var bot = await StartAsync();
        foreach (var (directory, person) in new[] { (slack, RitaOnSlack), (teams, TestBot.Priya) })
            directory.Has(person, $"{person.FirstName}@acme.example");
        var sent = await bot.SendsAsync(
            RitaOnSlack,
            "Acme Notes",
            new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["owner"] = "Somebody Unknown" }
        );
        Assert.False(Owners.CanBeNotified(sent.Owner));
        await DecidesAsync(bot, TestBot.Priya, sent);
        Assert.False(await IsOpenAsync(bot, sent));
    }

    [Fact]
    public async Task Who_said_yes_before_may_be_the_same_person_too()
    {
        await using var bot = await StartAsync();
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
            teams.Has(person, $"{person.FirstName}@acme.example");
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.LargeApp("Acme Notes"));
        await DecidesAsync(bot, TestBot.Sam, sent);
        teams.Asked.Clear();
        slack.Has(SamOnSlack, "sam@acme.example");
        await DecidesAsync(bot, SamOnSlack, sent);
        Assert.Contains(TestBot.Sam.Id, teams.Asked);
        Assert.Single((await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value.Approvals);
    }

    [Theory]
    [InlineData(true, 1), InlineData(false, 0)]
    public async Task Who_sends_is_asked_for_once_and_only_where_there_is_another_platform(bool another, int asked)
    {
        await using var bot = await StartAsync();
        bot.Directories = another ? [teams, slack] : [teams];
        await bot.RestartAsync();
        teams.Has(TestBot.Rita, "rita@acme.example");
        teams.Asked.Clear();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards"));
        Assert.Equal(asked, teams.Asked.Count(person => person == TestBot.Rita.Id));
    }

    private async Task<TestBot> StartAsync(bool joins = true)
    {
        var bot = await TestBot.StartAsync();
        (bot.JoinsAccounts, bot.Directories) = (joins, [teams, slack]);
        await bot.RestartAsync();
        await bot.GiveAsync(bot.Personal(SamOnSlack, RequestReader.Typed("help")));
        await bot.SaysAsync(TestBot.Carla, $"roles add security {SamOnSlack.Id}");
        bot.Time.Advance(TimeSpan.FromSeconds(5));
        teams.Asked.Clear();
        slack.Asked.Clear();
        return bot;
    }

    private static Task<TurnAnswer> DecidesAsync(TestBot bot, Person person, Case sent, string verb = "approve") =>
        bot.PressesAsync(
            person,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            verb,
            values: new Dictionary<string, string>
            {
                ["terms"] = "covered",
                ["terms_ref"] = "MSA v3",
                ["comment"] = "Not needed by anybody here.",
            }
        );

    private static async Task<bool> IsOpenAsync(TestBot bot, Case sent) =>
        (await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value.IsOpen;
}
