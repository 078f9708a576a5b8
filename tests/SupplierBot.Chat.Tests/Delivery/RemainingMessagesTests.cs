using System.Globalization;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>However many people and channels there are, a transaction has a fixed number of rows, and everybody gets one message.</summary>
public sealed class RemainingMessagesTests
{
    /// <summary>A transaction of the storage has a hundred rows at most.</summary>
    private const int MostRows = 95;
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(39, 0), InlineData(41, 0), InlineData(131, 3), InlineData(500, 0), InlineData(2, 200), InlineData(500, 200)]
    public async Task Everybody_has_one_message_that_follows_the_case(int people, int places)
    {
        await using var bot = await StartAsync(people, places);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await SettleAsync(bot);
        var everywhere = Everywhere(people, places);
        Assert.All(everywhere, target => Assert.Single(In(bot, target)));
        await bot.PressesAsync(
            Holder(1),
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "ask",
            "sent",
            new Dictionary<string, string> { ["question"] = "Who holds the contract with them?" }
        );
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, "receipt", sent.ContentVersion), "withdraw", "yes");
        await SettleAsync(bot);
        Assert.All(everywhere, target => Assert.Contains("ithdrawn", Assert.Single(In(bot, target)).Text, StringComparison.Ordinal));
        Assert.InRange(bot.Reads.Largest, 1, MostRows);
    }

    [Fact]
    public async Task Decisions_of_a_case_that_moves_on_meanwhile_end_at_everybody()
    {
        await using var bot = await StartAsync(500, 0);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.LargeApp("Acme Notes"));
        // Nothing was delivered yet: the rest of the first change is overtaken by that of the second and the third.
        foreach (var number in new[] { 1, 2 })
        {
            await bot.DeliverAsync();
            await bot.PressesAsync(
                Holder(number),
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                "sent",
                Yes
            );
        }
        await SettleAsync(bot);
        var decided = await bot.NewestAsync(TestBot.Rita);
        Assert.True(decided.IsApproved);
        foreach (var target in Everywhere(500, 0))
            Assert.Contains("pproved", Assert.Single(In(bot, target)).Text, StringComparison.Ordinal);
        Assert.InRange(bot.Reads.Largest, 1, MostRows);
    }

    [Theory]
    [InlineData(60, false), InlineData(500, true)]
    public async Task Time_tells_each_of_them_once_over_crashes(int people, bool crashes)
    {
        await using var bot = await StartAsync(people, 0);
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await SettleAsync(bot);
        bot.Time.SetUtcNow(sent.DueAt.AddHours(1));
        await bot.The<CaseTimerService>().TickAsync(CancellationToken.None);
        for (var sweeps = 0; crashes && sweeps < 4; sweeps++)
        {
            await bot.DeliverAsync();
            await bot.RestartAsync();
        }
        await SettleAsync(bot);
        Assert.All(
            Everywhere(people, 0),
            target => Assert.Single(In(bot, target), shown => shown.Text.Contains("is waiting. It has", StringComparison.Ordinal))
        );
        // The case names the group and not its members.
        Assert.InRange((await bot.NewestAsync(TestBot.Rita)).Notifications.Count, 1, 5);
        await bot.PressesAsync(
            Holder(1),
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "reject",
            "sent",
            new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." }
        );
        await SettleAsync(bot);
        Assert.DoesNotContain(bot.Channel.Messages.Values, shown => shown.Text.Contains("Overdue since", StringComparison.Ordinal));
        Assert.InRange(bot.Reads.Largest, 1, MostRows);
    }

    [Fact]
    public async Task Changed_roles_reach_everybody_and_so_does_what_is_said_about_a_lost_channel()
    {
        await using var bot = await StartAsync(500, 1);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await SettleAsync(bot);
        Assert.Empty(In(bot, Keys.Person(Holder(7).Id)));
        await bot.The<RoleCommands>().LostAsync(Keys.Conversation(Place(0)), CancellationToken.None);
        await bot.The<RoleChangePropagation>().RunAsync(CancellationToken.None);
        await SettleAsync(bot);
        // The announcement and the review card.
        Assert.All(Everywhere(500, 0), target => Assert.Equal(2, In(bot, target).Count()));
        Assert.InRange(bot.Reads.Largest, 1, MostRows);
    }

    [Theory]
    [InlineData(120), InlineData(500)]
    public async Task The_digest_reaches_each_of_them_once_a_week_over_crashes(int people)
    {
        await using var bot = await StartAsync(people, 1, azure: people == 120);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        for (var week = 0; week < 2; week++)
        {
            bot.Time.SetUtcNow(Monday.AddDays(7 * week));
            Assert.Equal(1, await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None));
            await bot.DeliverAsync();
            await bot.RestartAsync();
            Assert.Equal(0, await bot.The<WeeklyDigest>().TickAsync(CancellationToken.None));
            await SettleAsync(bot);
        }
        Assert.All(
            Everywhere(people, 0),
            target => Assert.Equal(2, In(bot, target).Count(shown => shown.Text.Contains("Your reviews", StringComparison.Ordinal)))
        );
        Assert.InRange(bot.Reads.Largest, 1, MostRows);
    }

    /// <summary>What waits for the CISO is due after more than a digest reads.</summary>
    [Fact]
    public async Task The_digest_reaches_the_last_one_who_is_waited_for()
    {
        await using var bot = await StartAsync(2, 1);
        foreach (var number in Enumerable.Range(0, DigestContents.MostCounted + 5))
            await bot.SendsAsync(TestBot.Rita, $"Vendor {number}", SampleAnswers.NotesApp($"Vendor {number}"));
        bot.Time.Advance(TimeSpan.FromDays(1));
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(Holder(1), CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "claim");
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, "receipt", sent.ContentVersion), "open");
        var row = (await bot.The<CaseStore>().OpenAsync(200, CancellationToken.None))[^1];
        Assert.Equal((sent.Id, Holder(1)), (row.Id, row.ClaimedBy));
        var messages = await bot.The<DigestReader>().WaitingAsync(CancellationToken.None);
        Assert.Contains(messages, line => line.ClaimedBy == Holder(1));
        var contents = await bot.The<DigestReader>()
            .ReadAsync(Monday.AddDays(-7), Holder(1).Id, line => line.Id == sent.Id, CancellationToken.None);
        Assert.Contains(contents.Open, line => line.Id == sent.Id);
    }

    private static Dictionary<string, string> Yes =>
        new()
        {
            ["terms"] = "agreed",
            ["terms_ref"] = "MSA v3",
            ["comment"] = "Fine with these terms.",
        };

    private static Person Holder(int number) =>
        new(
            new(string.Create(CultureInfo.InvariantCulture, $"teams:holder-{number:000}")),
            string.Create(CultureInfo.InvariantCulture, $"Holder {number}")
        );

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"19:place-{number}");

    /// <summary>Who pressed something is known by the conversation they pressed it in.</summary>
    private static IEnumerable<PostedCard> In(TestBot bot, string target) =>
        bot.Channel.In(target).Concat(bot.Channel.In("a:" + target[2..]));

    private static List<string> Everywhere(int people, int places) =>
        places > 0
            ? [.. Enumerable.Range(0, places).Select(number => Keys.Conversation(Place(number)))]
            : [.. Enumerable.Range(0, people).Select(number => Keys.Person(Holder(number).Id))];

    /// <summary>Everybody can be reached, wherever they are.</summary>
    private static async Task<TestBot> StartAsync(int people, int places, bool azure = false)
    {
        ITable? storage = azure
            ? AzureTable.At(new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString), Azurite.NewTable())
            : null;
        if (storage is AzureTable table)
            await table.MakeIfMissingAsync(CancellationToken.None);
        var bot = await TestBot.StartAsync(
            storage: storage,
            withoutPlaces: true,
            configurePlaces: false,
            digest: new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, false)
        );
        IReadOnlyList<Person> holders = [.. Enumerable.Range(0, people).Select(Holder)];
        bot.Configure = settings =>
            settings with
            {
                Roles = new(
                    new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = holders, [RoleNames.Ciso] = [TestBot.Carla] },
                    [TestBot.Carla]
                ),
                Places = new Dictionary<string, IReadOnlyList<string>>
                {
                    [RoleNames.Security] = [.. Enumerable.Range(0, places).Select(Place)],
                },
                Known = target =>
                    new(
                        "teams",
                        "https://smba.trafficmanager.net/x/",
                        target,
                        target.StartsWith('c') ? ConversationScope.Channel : ConversationScope.Personal,
                        "28:bot",
                        target,
                        null,
                        null
                    ),
            };
        await bot.RestartAsync();
        return bot;
    }

    /// <summary>As fast as the platform's limits let it.</summary>
    private static async Task SettleAsync(TestBot bot)
    {
        for (var sweeps = 0; sweeps < 200; sweeps++)
        {
            await bot.DeliverAsync();
            if ((await bot.The<ITable>().ReadAsync(Keys.Workflow("test"), "o-", Keys.After("o-"), 1, CancellationToken.None)).Count == 0)
                return;
            bot.Time.Advance(TimeSpan.FromSeconds(2));
        }
        Assert.Fail("The outbox is never empty.");
    }
}
