using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>A person's drafts beside each other, in the store and over a restart.</summary>
public sealed class SeveralDraftsTurnTests
{
    [Fact]
    public async Task A_second_draft_leaves_the_first_which_goes_on_after_a_restart()
    {
        await using var bot = await TestBot.StartAsync();
        var gong = await BothAsync(bot);
        Assert.Equal("Salesloft", (await CurrentAsync(bot))!.Answers.One("name"));
        await bot.RestartAsync();
        await bot.SaysAsync(TestBot.Rita, "mine");
        var mine = bot.Channel.In("a:teams:rita").Last().Text;
        // A row each, which leads to its draft.
        Assert.All(
            ["Gong", gong.Id, "Salesloft", (await CurrentAsync(bot))!.Id],
            part => Assert.Contains(part, mine, StringComparison.Ordinal)
        );
        await bot.PressesAsync(TestBot.Rita, CardStamp.None, Verbs.ContinueDraft, gong.Id);
        Assert.Equal(gong.Id, (await CurrentAsync(bot))!.Id);
        Assert.Equal("Salesloft", Assert.Single(await OthersAsync(bot)).Answers.One("name"));
        Assert.Equal(
            0,
            (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Findings
        );
    }

    /// <summary>The card of the first is still on screen: what is pressed there is about the first.</summary>
    [Fact]
    public async Task A_press_on_the_card_of_another_draft_goes_on_with_that_one()
    {
        await using var bot = await TestBot.StartAsync();
        var gong = await BothAsync(bot);
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfDraft(gong.Id, "supplier", gong.Revision),
            Verbs.Answer,
            values: SampleAnswers.NotesApp("Gong")
        );
        var current = (await CurrentAsync(bot))!;
        Assert.Equal((gong.Id, "Notes of our sales calls."), (current.Id, current.Answers.One("purpose")));
    }

    [Fact]
    public async Task Each_is_sent_and_deleted_by_itself()
    {
        await using var bot = await TestBot.StartAsync();
        var gong = await BothAsync(bot);
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(gong.Id, "", gong.Revision), Verbs.Discard);
        Assert.Null(await CurrentAsync(bot));
        Assert.Equal("Salesloft", Assert.Single(await OthersAsync(bot)).Answers.One("name"));
        var salesloft = (await OthersAsync(bot))[0];
        await bot.PressesAsync(TestBot.Rita, CardStamp.None, Verbs.ContinueDraft, salesloft.Id);
        for (var pages = 0; pages < 8 && await CurrentAsync(bot) is { } draft; pages++)
        {
            var asking = Interview.Replay(bot.The<Onboarding.Policies.Policy>(), draft.Answers, new(2026, 11, 17)) as InterviewState.Asking;
            await bot.PressesAsync(
                TestBot.Rita,
                CardStamp.OfDraft(draft.Id, asking?.Page.Id ?? "summary", draft.Revision),
                asking is null ? Verbs.Submit : Verbs.Answer,
                values: SampleAnswers.NotesApp("Salesloft")
            );
        }
        Assert.Equal("Salesloft", (await bot.NewestAsync(TestBot.Rita)).Supplier);
        Assert.Null(await CurrentAsync(bot));
        Assert.Empty(await OthersAsync(bot));
    }

    [Fact]
    public async Task Each_is_asked_about_once_and_forgotten_in_its_time()
    {
        await using var bot = await TestBot.StartAsync();
        await BothAsync(bot);
        bot.Time.Advance(TimeSpan.FromDays(8));
        await bot.The<DraftTimerService>().TickAsync(CancellationToken.None);
        await bot.The<DraftTimerService>().TickAsync(CancellationToken.None);
        await bot.DeliverAsync();
        var shown = bot.Channel.In("a:teams:rita").Select(card => card.Text).ToList();
        foreach (var name in new[] { "Gong", "Salesloft" })
            Assert.Single(
                shown,
                text =>
                    text.Contains(name, StringComparison.Ordinal)
                    && text.Contains("Delete draft", StringComparison.Ordinal)
                    && !text.Contains("Start Salesloft", StringComparison.Ordinal)
            );
        bot.Time.Advance(TimeSpan.FromDays(40));
        var gone = 0;
        await foreach (var count in bot.The<ExpiredRows>().DraftsAsync(CancellationToken.None))
            gone += count;
        Assert.Equal(2, gone);
        Assert.Empty(await OthersAsync(bot));
    }

    /// <summary>Answers of a request that was sent become a draft; the one there was stays.</summary>
    [Fact]
    public async Task Changing_a_sent_request_puts_the_draft_aside_and_is_taken_up_again()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.SaysAsync(TestBot.Rita, "new Gong");
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, 1), Verbs.Edit);
        var edits = (await CurrentAsync(bot))!;
        Assert.Equal((sent.Id, "Gong"), (edits.EditsCase, Assert.Single(await OthersAsync(bot)).Answers.One("name")));
        await bot.PressesAsync(TestBot.Rita, CardStamp.None, Verbs.ContinueDraft, (await OthersAsync(bot))[0].Id);
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(sent.Id, Slot.Receipt, 1), Verbs.Edit);
        Assert.Equal(edits.Id, (await CurrentAsync(bot))!.Id);
        Assert.Single(await OthersAsync(bot));
    }

    private static async Task<Draft> BothAsync(TestBot bot)
    {
        await bot.SaysAsync(TestBot.Rita, "new Gong");
        var gong = (await CurrentAsync(bot))!;
        await bot.SaysAsync(TestBot.Rita, "new Salesloft");
        Assert.Equal(gong.Id, (await CurrentAsync(bot))!.Id);
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(gong.Id, "", gong.Revision), Verbs.StartDraft, "Salesloft");
        return gong;
    }

    private static async Task<Draft?> CurrentAsync(TestBot bot) =>
        (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))?.Value.Draft;

    private static Task<IReadOnlyList<Draft>> OthersAsync(TestBot bot) =>
        bot.The<OtherDrafts>().OfAsync(TestBot.Rita.Id, CancellationToken.None);
}
