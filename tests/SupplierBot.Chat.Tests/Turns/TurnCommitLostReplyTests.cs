using System.Text.RegularExpressions;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>A write whose reply was lost is a success: the person sees what they would have seen, and it is done once.</summary>
public sealed partial class TurnCommitLostReplyTests
{
    private static readonly IReadOnlyDictionary<string, string> Covered = new Dictionary<string, string>
    {
        ["terms"] = "covered",
        ["terms_ref"] = "Terms v7",
    };

    [Theory]
    [InlineData(CommitFault.ReplyLostAndRepeated)]
    [InlineData(CommitFault.ReplyLost)]
    public async Task A_whole_request_is_answered_as_if_no_reply_had_been_lost(CommitFault spoil)
    {
        var (expected, _) = await PlayAsync(CommitFault.None);
        var (seen, lost) = await PlayAsync(spoil);
        Assert.Equal(expected, seen);
        Assert.True(lost >= 5, $"{lost} lost replies were counted.");
    }

    [Theory]
    [InlineData(CommitFault.ReplyLostAndRepeated)]
    [InlineData(CommitFault.ReplyLost)]
    public async Task A_draft_is_discarded_and_nothing_else_is_said(CommitFault spoil)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        bot.Table.CommitFault = spoil;
        var answer = await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "", draft.Revision), "discard");
        Assert.Contains(bot.The<Wording>()["cancel.discarded"], TestBot.TextOf(answer), StringComparison.Ordinal);
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData(CommitFault.ReplyLostAndRepeated)]
    [InlineData(CommitFault.ReplyLost)]
    public async Task Somebody_new_is_welcomed_once(CommitFault spoil)
    {
        var eve = new Person(new("teams:eve"), "Eve Employee");
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(eve, "help");
        bot.Table.CommitFault = spoil;
        await bot.GiveAsync(bot.Personal(eve, new Request.Installed()));
        bot.Table.CommitFault = CommitFault.None;
        await bot.GiveAsync(bot.Personal(eve, new Request.Installed()));
        Assert.Equal(2, bot.Channel.In("a:teams:eve").Count());
    }

    [Fact]
    public async Task What_may_not_have_arrived_is_called_neither_saved_nor_failed_and_pressing_again_does_it_once()
    {
        await using var bot = await TestBot.StartAsync();
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Table.CommitFault = CommitFault.NeverArrives;
        var pressed = bot.PressesAsync(TestBot.Rita, stamp, "submit");
        for (; !pressed.IsCompleted; await Task.Yield())
            bot.Time.Advance(TimeSpan.FromMilliseconds(100));
        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => pressed);
        Assert.Equal(
            "I couldn't confirm that it was saved. Try again; it won't be counted twice.",
            FaultTexts.Of(unknown, "7F3A", bot.The<Wording>())
        );
        bot.Table.CommitFault = CommitFault.None;
        Assert.Contains("REQ-2026-0001", TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, stamp, "submit")), StringComparison.Ordinal);
        Assert.Single(await bot.The<CaseStore>().OfAsync(TestBot.Rita.Id, 10, CancellationToken.None));
    }

    [Theory]
    [InlineData(CommitFault.ReplyLostAndRepeated)]
    [InlineData(CommitFault.ReplyLost)]
    public async Task A_page_that_is_saved_but_cannot_be_read_afterwards_is_not_called_lost(CommitFault spoil)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        var asking = Assert.IsType<InterviewState.Asking>(Interview.Replay(bot.The<Policy>(), draft.Answers, new DateOnly(2026, 11, 17)));
        (bot.Table.CommitFault, bot.Table.FailsReadsAfterCommit) = (spoil, true);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() =>
            bot.PressesAsync(
                TestBot.Rita,
                CardStamp.OfDraft(draft.Id, asking.Page.Id, draft.Revision),
                "answer",
                values: SampleAnswers.NotesApp("Acme Notes")
            )
        );
    }

    /// <summary>
    /// Everything people see from the first page to the decision, without ids made by chance; and how many lost replies were noticed.
    /// </summary>
    private static async Task<(string Seen, double Lost)> PlayAsync(CommitFault spoil)
    {
        await using var bot = await TestBot.StartAsync();
        using var metrics = new RecordedMetrics(bot);
        bot.Table.CommitFault = spoil;
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var receipt = TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, stamp, "submit"));
        var sent = await bot.NewestAsync(TestBot.Rita);
        var decision = TestBot.TextOf(
            await bot.PressesAsync(
                TestBot.Sam,
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                values: Covered
            )
        );
        var events = await bot.The<CaseStore>().EventsAsync(sent.Id, CancellationToken.None);
        Assert.True(HashChain.Verify(events));
        Assert.Equal(2, events.Count);
        return (
            Records().Replace($"{receipt}\n{decision}\n{string.Join(',', events.Select(auditEvent => auditEvent.Event.Kind))}", ""),
            metrics["supplierbot.commits{result=reply_lost}"]
        );
    }

    [GeneratedRegex("record [0-9a-f]+")]
    private static partial Regex Records();
}
