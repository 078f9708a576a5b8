using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Roles;

/// <summary>Who decides and where reviews are posted, changed in chat by admins and by what the platform says.</summary>
public sealed class RoleCommandsTests
{
    private const string NewPlace = "19:security-new";
    private static readonly Person Una = new(new("teams:una"), "Una Newcomer");

    [Fact]
    public async Task An_admin_gives_a_role_and_its_holder_decides_at_once()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Null((await DecideAsync(bot, Una, sent)).Decision);
        await bot.SaysAsync(TestBot.Carla, "roles add security @Una Newcomer");
        Assert.Contains(
            "Carla Ciso gave Una Newcomer (teams:una, first seen today) the Security role",
            LastOf(bot, TestBot.Carla),
            StringComparison.Ordinal
        );
        Assert.Equal(Una, (await DecideAsync(bot, Una, sent)).Decision?.By);
    }

    [Fact]
    public async Task A_role_that_was_taken_decides_nothing_from_then_on()
    {
        await using var bot = await StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        Assert.Null((await DecideAsync(bot, TestBot.Sam, sent)).Decision);
        Assert.Equal(TestBot.Priya, (await DecideAsync(bot, TestBot.Priya, sent)).Decision?.By);
    }

    /// <summary>Without it, anyone who has the hash can try out who might have held a role.</summary>
    [Fact]
    public async Task The_seal_of_the_roles_has_a_salt_that_stays()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add security Una Newcomer");
        var salt = await SaltAsync();
        await bot.SaysAsync(TestBot.Carla, "roles remove security Una Newcomer");
        Assert.Equal((22, salt), (salt?.Length, await SaltAsync()));

        async Task<string?> SaltAsync() => (await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None))?.Value.Salt;
    }

    [Fact]
    public async Task The_one_concerned_and_the_other_admins_are_notified_once()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add security Una Newcomer");
        await bot.DeliverAsync();
        await bot.DeliverAsync();
        Assert.Single(Shown(bot, Una), text => text.Contains("gave Una Newcomer the Security role", StringComparison.Ordinal));
        Assert.DoesNotContain(Shown(bot, TestBot.Carla), text => text.Contains("the Security role on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("roles add security Nobody Atall", "I don't know anyone")]
    [InlineData("roles add wizard Una Newcomer", "isn't a role")]
    [InlineData("roles add security Sam Security", "already has the Security role")]
    [InlineData("roles remove ciso Una Newcomer", "Nobody called")]
    [InlineData("security here", "type that in the channel you want")]
    public async Task What_cannot_be_is_refused_in_words_and_changes_nothing(string said, string words)
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, said);
        Assert.Contains(words, LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
        Assert.Null(await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_delegate_decides_until_the_day_is_over()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Sam, "delegate to Una Newcomer until 18 Nov");
        await bot.DeliverAsync();
        Assert.Single(Shown(bot, Una), text => text.Contains("Una Newcomer decides as Security for Sam", StringComparison.Ordinal));
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Assert.Null((await DecideAsync(bot, TestBot.Sam, sent)).Decision);
        bot.Time.SetUtcNow(new(2026, 11, 19, 9, 30, 0, TimeSpan.Zero));
        Assert.Null((await DecideAsync(bot, Una, sent)).Decision);
        Assert.Equal(TestBot.Sam, (await DecideAsync(bot, TestBot.Sam, sent)).Decision?.By);
    }

    [Fact]
    public async Task A_role_of_the_policy_is_given_by_its_title_and_has_a_place_of_its_own()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add AI governance Una Newcomer");
        Assert.Contains("isn't a role", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);

        bot.PolicyText = FullForm.Of(DefaultPolicy.Text());
        await bot.RestartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add AI governance Una Newcomer");
        Assert.Contains(
            "Carla Ciso gave Una Newcomer (teams:una, first seen today) the AI governance role",
            LastOf(bot, TestBot.Carla),
            StringComparison.Ordinal
        );
        var here = bot.InPlace(TestBot.Carla, RequestReader.Typed("ai-governance here"));
        await bot.GiveAsync(here);
        var now = await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None);
        Assert.Equal([Una], now.Roles.Of("ai_governance"));
        Assert.Equal([TestBot.SecurityPlace], now.PlacesOf("ai_governance"));

        bot.PolicyText = DefaultPolicy.Text();
        await bot.RestartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles");
        Assert.Contains("The policy no longer has this role", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_one_of_security_keeps_the_role()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        await bot.SaysAsync(TestBot.Carla, "roles remove security Priya Security");
        Assert.Contains("is the only person", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
        Assert.True(
            (await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None)).Roles.Holds(TestBot.Priya.Id, RoleNames.Security)
        );
    }

    [Theory]
    [InlineData("roles add security Rita Requester"), InlineData("roles remove security Sam Security")]
    public async Task Nobody_else_changes_them(string said)
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Sam, said);
        Assert.Contains("Only admins can change roles and channels: Carla Ciso", LastOf(bot, TestBot.Sam), StringComparison.Ordinal);
        Assert.Null(await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Everybody_may_see_who_decides_and_only_admins_where()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Rita, "roles");
        Assert.Contains("Sam Security", LastOf(bot, TestBot.Rita), StringComparison.Ordinal);
        Assert.DoesNotContain("Security reviews go", LastOf(bot, TestBot.Rita), StringComparison.Ordinal);
        await bot.SaysAsync(TestBot.Carla, "roles");
        Assert.Contains("Security reviews go", LastOf(bot, TestBot.Carla), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_change_is_a_fact_in_a_chain_that_is_verified()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add security Una Newcomer");
        await bot.SaysAsync(TestBot.Carla, "roles remove security Una Newcomer");
        var table = bot.The<ITable>();
        var audit = new ChainAudit(table, bot.The<ChatSettings>());
        var whole = await audit.RunAsync(_ => { }, CancellationToken.None);
        Assert.Equal((0, 2, 0), (whole.Cases, whole.Events, whole.Findings));
        await table.CommitAsync(Keys.Workflow("test"), [new RowChange.Delete(Keys.RolesEvent(2))], CancellationToken.None);
        var broken = new List<string>();
        Assert.Equal(1, (await audit.RunAsync(broken.Add, CancellationToken.None)).Findings);
        Assert.Equal("ROLES, fact 2: it is missing; the book of roles counts 2", Assert.Single(broken).ToString());
    }

    [Fact]
    public async Task A_channel_that_an_admin_chooses_gets_the_open_reviews_and_the_direct_messages_stay_true()
    {
        await using var bot = await StartAsync(withoutPlaces: true);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        Assert.Contains(Shown(bot, TestBot.Sam), text => text.Contains("Acme Notes", StringComparison.Ordinal));
        await bot.GiveAsync(In(bot, NewPlace, TestBot.Carla, RequestReader.Typed("security here")));
        Assert.Contains("reviews are now posted here", bot.Channel.In(NewPlace).Last().Text, StringComparison.Ordinal);
        await CarryThroughAsync(bot);
        Assert.Single(bot.Channel.In(NewPlace), shown => shown.Text.Contains("Acme Notes", StringComparison.Ordinal));
        await DecideAsync(bot, TestBot.Priya, sent);
        await bot.DeliverAsync();
        Assert.Contains(Shown(bot, TestBot.Sam), text => text.Contains("Not with these terms", StringComparison.Ordinal));
        Assert.Contains(bot.Channel.In(NewPlace), shown => shown.Text.Contains("Not with these terms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Installed_by_security_in_a_channel_it_becomes_the_place_once()
    {
        await using var bot = await StartAsync(withoutPlaces: true);
        await bot.GiveAsync(In(bot, NewPlace, TestBot.Rita, new Request.Installed()));
        Assert.Empty((await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None)).Places);
        await bot.GiveAsync(In(bot, NewPlace, TestBot.Sam, new Request.Installed()));
        await bot.GiveAsync(In(bot, NewPlace, TestBot.Sam, new Request.Installed()));
        await bot.DeliverAsync();
        Assert.Equal([NewPlace], (await bot.The<RoleAssignmentStore>().NowAsync(CancellationToken.None)).PlacesOf(RoleNames.Security));
        Assert.Single(
            bot.Channel.In(NewPlace),
            shown => shown.Text.Contains("set a channel for Security reviews", StringComparison.Ordinal)
        );
        Assert.Single(Shown(bot, TestBot.Carla), text => text.Contains("set a channel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_is_lost_falls_back_to_direct_messages_and_tells_admins_until_it_is_back()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.Gone(TestBot.SecurityPlace);
        await bot.DeliverAsync();
        await CarryThroughAsync(bot);
        foreach (var person in new[] { TestBot.Sam, TestBot.Priya })
            Assert.Contains(Shown(bot, person), text => text.Contains("Acme Notes", StringComparison.Ordinal));
        Assert.Single(Shown(bot, TestBot.Carla), text => text.Contains("can't post in the channel", StringComparison.Ordinal));
        bot.Channel.Back(TestBot.SecurityPlace);
        await bot.GiveAsync(bot.InPlace(TestBot.Sam, new Request.Installed()));
        await CarryThroughAsync(bot);
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace), shown => shown.Text.Contains("Acme Notes", StringComparison.Ordinal));
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace), shown => shown.Text.Contains("post in the channel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removed_from_its_channel_it_falls_back_at_once()
    {
        await using var bot = await StartAsync();
        await bot.GiveAsync(bot.InPlace(TestBot.Rita, new Request.Removed()));
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        Assert.Contains(Shown(bot, TestBot.Priya), text => text.Contains("Acme Notes", StringComparison.Ordinal));
        Assert.Empty(bot.Channel.In(TestBot.SecurityPlace));
    }

    [Fact]
    public async Task A_review_that_waits_for_somebody_who_lost_the_role_is_never_posted_to_them()
    {
        await using var bot = await StartAsync(withoutPlaces: true);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        await CarryThroughAsync(bot);
        Assert.DoesNotContain(Shown(bot, TestBot.Sam), text => text.Contains("Acme Notes", StringComparison.Ordinal));
        Assert.Contains(Shown(bot, TestBot.Priya), text => text.Contains("Acme Notes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_admins_at_once_lose_nothing()
    {
        await using var bot = await StartAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(number =>
                    bot.SaysAsync(TestBot.Carla, number % 2 == 0 ? "roles add ciso Una Newcomer" : "roles add privacy Una Newcomer")
                )
        );
        var assignments = (await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None))!.Value;
        Assert.Equal(2, assignments.EventCount);
        Assert.Equal([RoleNames.Ciso, RoleNames.Privacy], assignments.Given.Select(holding => holding.Role).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_may_decide_sees_it_without_pressing_and_nobody_else_does()
    {
        await using var bot = await StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        Assert.Contains(
            "\"userIds\":[\"teams:sam\",\"teams:priya\"]",
            Assert.Single(bot.Channel.In(TestBot.SecurityPlace)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_an_import_brings_is_carried_through()
    {
        await using var bot = await StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add security Una Newcomer");
        var propagation = bot.The<RoleChangePropagation>();
        await propagation.RunAsync(CancellationToken.None);
        bot.Reads.Take();
        await propagation.RunAsync(CancellationToken.None);
        Assert.Equal(2, bot.Reads.Take().Requests);
    }

    private static async Task<TestBot> StartAsync(bool withoutPlaces = false)
    {
        var bot = await TestBot.StartAsync(withoutPlaces, configurePlaces: !withoutPlaces);
        await bot.GiveAsync(bot.Personal(Una, new Request.Installed()));
        return bot;
    }

    private static async Task CarryThroughAsync(TestBot bot)
    {
        await bot.The<RoleChangePropagation>().RunAsync(CancellationToken.None);
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
    }

    private static async Task<Case> DecideAsync(TestBot bot, Person person, Case sent)
    {
        await bot.RejectsAsync(person, sent, "Not with these terms, sorry.");
        return await bot.NewestAsync(TestBot.Rita);
    }

    private static Turn In(TestBot bot, string place, Person person, Request input) =>
        bot.InPlace(person, input) with
        {
            Conversation = bot.InPlace(person, input).Conversation with { ConversationId = place },
        };

    private static IEnumerable<string> Shown(TestBot bot, Person person) => bot.Channel.In("a:" + person.Id).Select(shown => shown.Text);

    private static string LastOf(TestBot bot, Person person) => Shown(bot, person).Last();
}
