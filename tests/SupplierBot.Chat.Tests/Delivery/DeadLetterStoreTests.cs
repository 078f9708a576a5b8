using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

/// <summary>What cannot be delivered is set aside, never lost: it comes back with the conversation, or when an admin asks.</summary>
public sealed class DeadLetterStoreTests
{
    private static readonly DeliveryOutcome Refused = new DeliveryOutcome.Refused("400 BadSyntax");

    [Fact]
    public async Task What_is_for_somebody_unknown_waits_for_their_first_word()
    {
        await using var bot = await TestBot.StartAsync(withoutPlaces: true);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        Assert.Equal("unreachable", Assert.Single(await AsideAsync(bot)).Undelivered.Reason);
        Assert.Empty(await bot.The<OutboxStore>().DueAsync(CancellationToken.None));
        await bot.GiveAsync(bot.InPlace(TestBot.Sam, new Request.Installed()));
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
        Assert.Empty(await AsideAsync(bot));
    }

    [Fact]
    public async Task A_channel_without_the_bot_gets_its_card_when_the_bot_is_back()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.Gone(TestBot.SecurityPlace);
        await bot.DeliverAsync();
        Assert.Equal("BotNotInConversationRoster", Assert.Single(await AsideAsync(bot)).Undelivered.Reason);
        bot.Channel.Back(TestBot.SecurityPlace);
        await bot.GiveAsync(bot.InPlace(TestBot.Sam, new Request.Installed()));
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace), shown => shown.Text.Contains("Acme Notes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_platform_refuses_again_and_again_is_for_an_admin_who_can_ask_for_it_again()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Empty(await AsideAsync(bot));
            bot.Channel.Stage([.. Enumerable.Repeat(Refused, 10)]);
            await bot.DeliverAsync();
            bot.Channel.Clear();
            bot.Time.Advance(TimeSpan.FromMinutes(6));
        }
        Assert.NotEmpty(await AsideAsync(bot));
        Assert.Empty(bot.Channel.In(TestBot.SecurityPlace));
        await bot.SaysAsync(TestBot.Carla, "deliveries");
        var list = bot.Channel.In("a:teams:carla").Last();
        Assert.Contains(sent.Id, list.Text, StringComparison.Ordinal);
        Assert.Contains("400 BadSyntax", list.Text, StringComparison.Ordinal);
        await bot.PressesAsync(TestBot.Carla, CardStamp.None, "retry", "all");
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
        Assert.Empty(await AsideAsync(bot));
    }

    [Fact]
    public async Task Throttling_is_no_attempt()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        for (var storm = 0; storm < 30; storm++)
        {
            bot.Channel.Stage([.. Enumerable.Repeat(new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(1)), 10)]);
            await bot.DeliverAsync();
            bot.Channel.Clear();
            bot.Time.Advance(TimeSpan.FromSeconds(2));
        }
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
        Assert.Empty(await AsideAsync(bot));
    }

    [Fact]
    public async Task A_list_of_what_was_put_aside_is_for_admins()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Sam, "deliveries");
        Assert.Contains("admins", bot.Channel.In("a:teams:sam").Last().Text, StringComparison.Ordinal);
        Assert.Contains(
            "admins",
            TestBot.TextOf(await bot.PressesAsync(TestBot.Sam, CardStamp.None, "retry", "all")),
            StringComparison.Ordinal
        );
        await bot.SaysAsync(TestBot.Carla, "deliveries");
        Assert.Contains("All messages are delivered", bot.Channel.In("a:teams:carla").Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_finds_what_waited_for_a_conversation_that_came_back_unnoticed()
    {
        await using var bot = await TestBot.StartAsync(withoutPlaces: true);
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        await bot.The<ConversationStore>().RememberAsync(bot.InPlace(TestBot.Sam, new Request.Installed()), CancellationToken.None);
        await bot.The<DeadLetterStore>().LookAgainAsync(bot.The<ConversationStore>(), CancellationToken.None);
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
    }

    [Fact]
    public async Task An_unreadable_row_holds_up_no_other_and_is_listed()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await PutAsync(bot, "o-0000000000000000001-broken", ("J0", "{\"caseId\":"));
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
        Assert.Equal("unreadable", Assert.Single(await AsideAsync(bot)).Undelivered.Reason);
        await bot.SaysAsync(TestBot.Carla, "deliveries");
        Assert.Contains("o-0000000000000000001-broken", bot.Channel.In("a:teams:carla").Last().Text, StringComparison.Ordinal);
        await bot.PressesAsync(TestBot.Carla, CardStamp.None, "retry", "all");
        await bot.DeliverAsync();
        Assert.Single(await AsideAsync(bot));
    }

    [Fact]
    public async Task A_row_of_a_later_release_is_left_to_its_own_replicas()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await PutAsync(bot, "o-0000000000000000001-later", ("Shape", 99), ("J0", "?"));
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
        Assert.Empty(await AsideAsync(bot));
        Assert.NotNull(await bot.The<ITable>().GetAsync(Keys.Workflow("test"), "o-0000000000000000001-later", CancellationToken.None));
    }

    [Fact]
    public async Task A_case_that_cannot_be_read_holds_up_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.SendsAsync(TestBot.Rita, "Bolt Notes", SampleAnswers.NotesApp("Bolt Notes"));
        await PutAsync(bot, Keys.Case(sent.Id), ("J0", "{}"));
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await bot.DeliverAsync();
            Assert.Contains("Bolt Notes", Assert.Single(bot.Channel.In(TestBot.SecurityPlace)).Text, StringComparison.Ordinal);
            bot.Time.Advance(TimeSpan.FromMinutes(6));
        }
        Assert.All(
            await AsideAsync(bot),
            aside => Assert.Equal((sent.Id, nameof(UnreadableRowException)), (aside.Undelivered.Item.CaseId, aside.Undelivered.Reason))
        );
        Assert.NotEmpty(await AsideAsync(bot));
        Assert.Empty(await bot.The<OutboxStore>().DueAsync(CancellationToken.None));
    }

    private static Task<CommitResult> PutAsync(TestBot bot, string key, params (string Name, object Value)[] values) =>
        bot.The<ITable>()
            .CommitAsync(
                Keys.Workflow("test"),
                [new RowChange.Put(new(key, values.ToDictionary(value => value.Name, value => value.Value)))],
                CancellationToken.None
            );

    private static Task<IReadOnlyList<DeadLetter>> AsideAsync(TestBot bot) =>
        bot.The<DeadLetterStore>().ListAsync(100, CancellationToken.None);
}
