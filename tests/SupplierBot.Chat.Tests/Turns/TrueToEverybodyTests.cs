using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>What somebody did is told to whoever waits for it, and no card says what is over.</summary>
public sealed class TrueToEverybodyTests
{
    private const string Rita = "a:teams:rita";
    private const string Sam = "a:teams:sam";

    [Fact]
    public async Task Who_asked_gets_a_message_when_the_answer_comes_and_the_channel_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await AskAsync(bot, sent);
        await bot.DeliverAsync();
        Assert.Contains(
            "Deadline paused until Rita replies; closes by itself on",
            Shown(bot, TestBot.SecurityPlace),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Deadline paused until you reply.",
            string.Concat(bot.Channel.In(Rita).Select(card => card.Text)),
            StringComparison.Ordinal
        );
        await bot.SaysAsync(TestBot.Carla, "can I use Acme Notes");
        Assert.Contains("The decision is on hold until a question is answered.", Shown(bot, "a:teams:carla"), StringComparison.Ordinal);
        var before = bot.Channel.In(Sam).Count();
        await ReplyAsync(bot, sent);
        await bot.DeliverAsync();
        Assert.Equal(before + 1, bot.Channel.In(Sam).Count());
        Assert.Contains("In Frankfurt, for thirty days.", Shown(bot, Sam), StringComparison.Ordinal);
        Assert.Contains("Rita Requester answered Sam Security", Shown(bot, TestBot.SecurityPlace), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_is_not_enough_goes_back_to_its_owner_and_can_be_reported_again()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.ApprovesWithConditionAsync(sent, "2026-12-01");
        await DoneAsync(bot, sent, "It is switched off now.");
        await PressAsync(bot, TestBot.Priya, sent, Verbs.SendBack, "1", ("reason", "The setting of the guests is still on."));
        await bot.DeliverAsync();
        Assert.Contains("The setting of the guests is still on.", Shown(bot, Rita), StringComparison.Ordinal);
        await DoneAsync(bot, sent, "The guests' setting is off, too.");
        await PressAsync(bot, TestBot.Priya, sent, Verbs.Confirm, "1");
        Assert.Equal(ApprovalConditionState.Confirmed, (await bot.NewestAsync(TestBot.Rita)).Conditions[0].State);
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
    }

    [Fact]
    public async Task An_owner_nobody_knows_is_named_and_hears_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var answers = new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["owner"] = "Tom Baker" };
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", answers);
        Assert.False(Owners.CanBeNotified(sent.Owner));
        var form = TestBot.TextOf(await PressAsync(bot, TestBot.Sam, sent, Verbs.NameOwner, ""));
        Assert.Contains("Carla Ciso", form, StringComparison.Ordinal);
        await PressAsync(bot, TestBot.Sam, sent, Verbs.NameOwner, "sent", ("owner_person", TestBot.Carla.Id.Value));
        await bot.DeliverAsync();
        var named = await bot.NewestAsync(TestBot.Rita);
        var entry = await bot.The<CaseStore>().EntryAsync(named.EntryId, CancellationToken.None);
        Assert.Equal((TestBot.Carla.Id, TestBot.Carla.Id), (named.Owner.Id, entry!.Owner.Id));
        Assert.Contains(bot.Channel.In("a:teams:carla"), card => card.Text.Contains("Acme Notes", StringComparison.Ordinal));
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
    }

    [Fact]
    public async Task A_withdrawn_request_is_no_No()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Green Fork", SampleAnswers.NotesApp("Green Fork"));
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, 1), Verbs.Withdraw, "yes");
        foreach (var question in new[] { "can I use Green Fork", "find green" })
        {
            await bot.SaysAsync(TestBot.Priya, question);
            var answer = bot.Channel.In("a:teams:priya").Last().Text;
            Assert.Contains("the request was withdrawn", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("approved", answer, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
    }

    private static string Shown(TestBot bot, string conversation) => bot.Channel.In(conversation).Last().Text;

    private static Task AskAsync(TestBot bot, Case sent) =>
        PressAsync(bot, TestBot.Sam, sent, Verbs.Ask, "sent", ("question", "Where is the data kept, and for how long?"));

    private static Task ReplyAsync(TestBot bot, Case sent) =>
        PressAsync(bot, TestBot.Rita, sent, Verbs.Reply, "1", ("answer_text", "In Frankfurt, for thirty days."));

    private static Task DoneAsync(TestBot bot, Case sent, string proof) =>
        PressAsync(bot, TestBot.Rita, sent, Verbs.Done, "1", ("proof_text", proof));

    private static async Task<SupplierBot.Chat.Turns.TurnAnswer> PressAsync(
        TestBot bot,
        Person person,
        Case sent,
        string verb,
        string target,
        params (string Id, string Value)[] values
    )
    {
        var current = (await bot.The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value;
        return await bot.PressesAsync(
            person,
            CardStamp.OfCase(sent.Id, "review-security", current.ContentVersion),
            verb,
            target,
            values.ToDictionary(value => value.Id, value => value.Value)
        );
    }
}
