using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Identity;

/// <summary>A role goes to a person one can tell apart, and what is said about it is said to whom it concerns.</summary>
public sealed class NamedAccountsTests
{
    private static readonly Person Nora = new(new("teams:nora"), "Nora Newhire");
    private readonly FakePeopleDirectory teams = new("teams");

    [Fact]
    public async Task A_name_that_is_new_is_asked_about_with_the_address_and_given_by_the_button()
    {
        await using var bot = await StartAsync(daysLater: 10);
        teams.Has(Nora, "nora@acme.example");
        await bot.SaysAsync(Nora, "help");
        await bot.SaysAsync(TestBot.Carla, "roles add security nora  NEWHIRE");
        Assert.Contains(
            "Do you mean Nora Newhire (nora@acme.example, first seen today)?",
            LastOf(bot, TestBot.Carla),
            StringComparison.Ordinal
        );
        Assert.Null(await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None));
        await bot.SaysAsync(TestBot.Carla, "roles add security teams:nora");
        Assert.Contains(
            "Carla Ciso gave Nora Newhire (nora@acme.example, first seen today) the Security role",
            LastOf(bot, TestBot.Carla),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_that_was_anothers_or_is_changed_lately_is_asked_about()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(Nora, "help");
        bot.Time.Advance(TimeSpan.FromDays(20));
        await bot.SaysAsync(Nora with { Name = "Nora Married" }, "help");
        await bot.SaysAsync(TestBot.Carla, "roles add security Nora Married");
        Assert.Contains("they were called Nora Newhire", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
        await bot.SaysAsync(TestBot.Rita with { Name = "Nora Newhire" }, "help");
        bot.Time.Advance(TimeSpan.FromDays(60));
        await bot.SaysAsync(TestBot.Sam, "delegate to Nora Newhire until 2027-02-20");
        Assert.Contains("Someone else had this name before", LastOf(bot, TestBot.Sam), StringComparison.Ordinal);
        Assert.Null(await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("29:nora", "the Security role")]
    [InlineData("28:app", "is an app")]
    [InlineData("29:guest", "a member of Example Ltd")]
    [InlineData("29:later", "messaged me yet")]
    [InlineData("29:stranger", "messaged me yet")]
    [InlineData("29:unsaid", "check who")]
    public async Task A_mention_is_taken_by_its_id_also_where_two_have_the_name(string id, string words)
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(Nora, "help");
        await bot.SaysAsync(new(new("teams:other"), "Nora Newhire"), "help");
        teams.Mentioned["29:nora"] = new DirectoryAnswer.Known(Nora, "nora@acme.example", Member: true);
        teams.Mentioned["28:app"] = new DirectoryAnswer.App();
        teams.Mentioned["29:guest"] = new DirectoryAnswer.Known(Nora, null, Member: false);
        teams.Mentioned["29:stranger"] = new DirectoryAnswer.Known(new(new("teams:stranger"), "Nora Newhire"), null, Member: true);
        teams.Mentioned["29:unsaid"] = new DirectoryAnswer.NotSaid();
        await bot.SaysAsync(TestBot.Carla, "roles add security @Nora Newhire");
        Assert.Contains("Several people are called", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
        await bot.GiveAsync(
            bot.Personal(TestBot.Carla, RequestReader.Typed("roles add security @Nora Newhire", mentions: [new("Nora Newhire", id)]))
        );
        Assert.Contains(words, LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
        var given = (await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None))?.Value.Given ?? [];
        Assert.Equal(id == "29:nora" ? [Nora.Id] : Array.Empty<PersonId>(), given.Select(holding => holding.Person.Id));
    }

    [Fact]
    public async Task Who_holds_the_role_hears_of_everybody_who_comes_goes_or_stands_in()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(Nora, "help");
        await bot.SaysAsync(TestBot.Carla, "roles add security Nora Newhire");
        await bot.SaysAsync(TestBot.Carla, "roles remove security Nora Newhire");
        await bot.SaysAsync(TestBot.Sam, "delegate to Nora Newhire until 20 Dec");
        await bot.DeliverAsync();
        foreach (
            var words in new[]
            {
                "Carla Ciso gave Nora Newhire the Security role",
                "Carla Ciso removed Nora Newhire from the Security role",
                "Nora Newhire decides as Security for Sam",
            }
        )
        {
            Assert.Single(Shown(bot, TestBot.Priya), text => text.Contains(words, StringComparison.Ordinal));
            Assert.DoesNotContain(Shown(bot, TestBot.Rita), text => text.Contains(words, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("roles", "Carla Ciso gave")]
    [InlineData("roles add privacy Nora Newhire", "nora@acme.example")]
    [InlineData("delegate to Nora Newhire until 20 Dec", "nora@acme.example")]
    [InlineData("roles add security Nobody Atall", "Nobody Atall")]
    [InlineData("help", "deliveries")]
    [
        InlineData("pending", "Acme Notes"),
        InlineData("digest", "Acme Notes"),
        InlineData("mine", "Acme Notes"),
        InlineData("deliveries", "delivered")
    ]
    public async Task What_depends_on_who_asks_never_appears_in_a_channel(string said, string secret)
    {
        await using var bot = await StartAsync();
        teams.Has(Nora, "nora@acme.example");
        await bot.SaysAsync(Nora, "help");
        await bot.SaysAsync(TestBot.Carla, "new Acme Notes");
        await bot.SaysAsync(TestBot.Carla, "roles add auditor Nora Newhire");
        foreach (var person in new[] { TestBot.Carla, TestBot.Sam, TestBot.Rita })
        {
            var before = bot.Channel.In(TestBot.SecurityPlace).Count();
            await bot.GiveAsync(bot.InPlace(person, RequestReader.Typed(said)));
            var shown = bot.Channel.In(TestBot.SecurityPlace).Skip(before).ToList();
            Assert.NotEmpty(shown);
            Assert.DoesNotContain(shown, card => card.Text.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_not_for_the_channel_is_said_in_the_own_chat()
    {
        await using var bot = await StartAsync(daysLater: 10);
        await bot.SaysAsync(Nora, "help");
        await bot.GiveAsync(bot.InPlace(TestBot.Carla, RequestReader.Typed("roles add security Nora Newhire")));
        Assert.Contains("answered in our direct chat", bot.Channel.In(TestBot.SecurityPlace).Last().Text, StringComparison.Ordinal);
        Assert.Contains("Do you mean Nora Newhire", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
        await bot.GiveAsync(bot.InPlace(TestBot.Carla, RequestReader.Typed("roles")));
        Assert.Contains("Sam Security", bot.Channel.In(TestBot.SecurityPlace).Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_of_somebody_without_an_own_chat_shows_nothing_to_the_channel()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var una = new Person(new("teams:una"), "Una");
        await bot.SaysAsync(una, "help");
        await bot.SaysAsync(TestBot.Carla, "roles add security Una");
        await bot.GiveAsync(bot.Personal(una, new Request.Removed()));
        await bot.GiveAsync(
            bot.InPlace(
                una,
                RequestReader.Pressed(
                    "review",
                    "",
                    CardStamp.OfCase(sent.Id, "review-security", 1),
                    new Dictionary<string, string>(),
                    false
                )
            )
        );
        Assert.Contains("direct chat", bot.Channel.In(TestBot.SecurityPlace).Last().Text, StringComparison.Ordinal);
    }

    /// <param name="daysLater">Since the bot was new, when everybody was.</param>
    private async Task<TestBot> StartAsync(int daysLater = 0)
    {
        var bot = await TestBot.StartAsync();
        bot.Directories = [teams];
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromDays(daysLater));
        return bot;
    }

    private static IEnumerable<string> Shown(TestBot bot, Person person) => bot.Channel.In("a:" + person.Id).Select(shown => shown.Text);

    private static string LastOf(TestBot bot, Person person) => Shown(bot, person).Last();
}
