using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>
/// A post whose answer was lost leaves a message nobody knows; a press or a refresh on it tells its id, and from then on it says the truth.
/// </summary>
public sealed class AdoptionTests
{
    private const string Review = "review-security";

    [Fact]
    public async Task A_copy_is_known_once_it_was_looked_at_and_every_copy_shows_the_decision()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.PostsTwiceAsync();
        var orphan = bot.Channel.In(TestBot.SecurityPlace).First();
        await LooksAtAsync(bot, sent, orphan.Id);
        await DecidesAsync(bot, sent);
        await bot.DeliverAsync();
        Assert.All(
            bot.Channel.In(TestBot.SecurityPlace),
            shown => Assert.Contains("Not with these terms", shown.Text, StringComparison.Ordinal)
        );
        Assert.Equal(2, (await SlotAsync(bot, sent)).MessageIds.Count);
    }

    [Fact]
    public async Task A_message_that_is_there_after_all_is_updated_instead_of_posted_again()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.LoseReplies = true;
        await bot.DeliverAsync();
        bot.Channel.LoseReplies = false;
        await LooksAtAsync(bot, sent, Assert.Single(bot.Channel.In(TestBot.SecurityPlace)).Id);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
        Assert.Equal(0, (await SlotAsync(bot, sent)).Duplicates);
    }

    [Theory]
    [InlineData("no such message")]
    [InlineData("../../conversations")]
    [InlineData("")]
    [InlineData("999")]
    public async Task A_made_up_id_brings_nothing_and_is_forgotten(string forged)
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.PostsTwiceAsync();
        await LooksAtAsync(bot, sent, forged);
        await bot.DeliverAsync();
        Assert.DoesNotContain(forged, (await SlotAsync(bot, sent)).MessageIds);
        // Once refused by the platform it is not tried again, and the real copy still finds its place.
        await LooksAtAsync(bot, sent, forged);
        await LooksAtAsync(bot, sent, bot.Channel.In(TestBot.SecurityPlace).First().Id);
        await bot.DeliverAsync();
        Assert.Equal(2, (await SlotAsync(bot, sent)).MessageIds.Count);
    }

    [Fact]
    public async Task Where_every_post_was_answered_no_copy_is_taken_up()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        await LooksAtAsync(bot, sent, "4711");
        Assert.Single((await SlotAsync(bot, sent)).MessageIds);
        Assert.Empty(await bot.The<OutboxStore>().DueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_guest_tells_us_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.PostsTwiceAsync();
        await bot.GiveAsync(
            Look(bot, sent, bot.Channel.In(TestBot.SecurityPlace).First().Id) with
            {
                Actor = new(TestBot.Priya, Member: false),
            }
        );
        Assert.Single((await SlotAsync(bot, sent)).MessageIds);
    }

    [Fact]
    public async Task Looking_again_at_a_known_copy_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.PostsTwiceAsync();
        var orphan = bot.Channel.In(TestBot.SecurityPlace).First().Id;
        for (var looks = 0; looks < 3; looks++)
        {
            await LooksAtAsync(bot, sent, orphan);
            await bot.DeliverAsync();
        }
        // A client that refreshes after each update would otherwise go round for ever.
        Assert.Empty(await bot.The<OutboxStore>().DueAsync(CancellationToken.None));
        Assert.Equal(2, bot.Channel.In(TestBot.SecurityPlace).Count());
    }

    private static Task<TurnAnswer> LooksAtAsync(TestBot bot, Case sent, string message) => bot.GiveAsync(Look(bot, sent, message));

    private static Turn Look(TestBot bot, Case sent, string message) =>
        bot.InPlace(
            TestBot.Sam,
            RequestReader.Pressed(
                "review",
                "",
                CardStamp.OfCase(sent.Id, Review, sent.ContentVersion),
                new Dictionary<string, string>(),
                automatic: true
            )
        ) with
        {
            AnswersInPlace = true,
            ReplyToId = message,
        };

    private static Task<TurnAnswer> DecidesAsync(TestBot bot, Case sent) =>
        bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, Review, sent.ContentVersion),
            "reject",
            "sent",
            new Dictionary<string, string> { ["comment"] = "Not with these terms, sorry." }
        );

    private static async Task<SlotState> SlotAsync(TestBot bot, Case sent) =>
        (
            await bot.The<SlotStore>()
                .SlotAsync(
                    new(sent.Id, Review, Keys.Conversation(TestBot.SecurityPlace), 1, default, "", default, 0, ""),
                    CancellationToken.None
                )
        )!.Value;
}
