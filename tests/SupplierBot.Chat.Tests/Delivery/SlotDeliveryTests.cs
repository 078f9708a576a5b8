using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Delivery;

public sealed class SlotDeliveryTests
{
    [Fact]
    public async Task A_request_is_sent_once_however_often_the_button_is_pressed()
    {
        await using var bot = await TestBot.StartAsync();
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bot.PressesAsync(TestBot.Rita, stamp, "submit")));
        var lines = await bot.The<CaseStore>().OfAsync(TestBot.Rita.Id, 10, CancellationToken.None);
        Assert.Equal("REQ-2026-0001", Assert.Single(lines).Id);
        Assert.Equal("SUP-0001", (await bot.NewestAsync(TestBot.Rita)).EntryId);
    }

    [Fact]
    public async Task The_intakes_own_message_turns_into_the_receipt()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        var card = bot.Channel.In("a:teams:rita").Last();
        Assert.Contains("REQ-2026-0001", card.Text, StringComparison.Ordinal);
        Assert.Equal(2, bot.Channel.In("a:teams:rita").Count());
    }

    [Fact]
    public async Task The_review_card_appears_once_in_the_security_place()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        await bot.DeliverAsync();
        Assert.Contains("Acme Notes", Assert.Single(bot.Channel.In(TestBot.SecurityPlace)).Text, StringComparison.Ordinal);
        Assert.Empty(await bot.The<OutboxStore>().DueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Opposite_buttons_at_once_give_one_decision()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var answers = await Task.WhenAll(
            bot.PressesAsync(
                TestBot.Sam,
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                values: new Dictionary<string, string> { ["terms"] = "covered", ["terms_ref"] = "Terms v7" }
            ),
            bot.RejectsAsync(TestBot.Priya, sent, "Not with these terms, sorry.")
        );
        var decided = await bot.NewestAsync(TestBot.Rita);
        var events = await bot.The<CaseStore>().EventsAsync(sent.Id, CancellationToken.None);
        Assert.True(decided.Decision is not null, string.Join('\n', answers.Select(TestBot.TextOf)));
        Assert.Equal(decided.EventCount, events.Count);
        Assert.Single(events, auditEvent => auditEvent.Event.Kind is AuditEventKind.Approved or AuditEventKind.Rejected);
        Assert.Equal(decided.ChainHead, events[^1].Hash);
    }

    [Fact]
    public async Task What_a_crash_left_in_the_outbox_is_delivered_after_the_start()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.RestartAsync();
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
    }

    [Fact]
    public async Task A_request_whose_draft_outlived_a_crash_is_shown_as_sent()
    {
        await using var bot = await TestBot.StartAsync();
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value;
        await bot.PressesAsync(TestBot.Rita, stamp, "submit");
        await bot.The<DraftStore>().SaveAsync(draft, null, CancellationToken.None);
        Assert.Contains("REQ-2026-0001", TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, stamp, "submit")), StringComparison.Ordinal);
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_slow_conversation_holds_up_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var slow = bot.Channel.Hold(TestBot.SecurityPlace);
        var first = bot.DeliverAsync();
        var sent = await bot.NewestAsync(TestBot.Rita);
        await bot.RejectsAsync(TestBot.Sam, sent, "Not with these terms, sorry.");
        // The first delivery may still be with Rita, too; the replica that serves her then leaves the rest to the next sweep.
        for (var sweeps = 0; sweeps < 1_000 && !IsNotified(bot); sweeps++)
            await bot.DeliverAsync();
        Assert.True(IsNotified(bot));
        Assert.False(first.IsCompleted);
        slow.SetResult();
        await first;

        static bool IsNotified(TestBot bot) =>
            bot.Channel.In("a:teams:rita").Any(shown => shown.Text.Contains("Not with these terms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_throttled_post_is_repeated_after_the_wait()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        bot.Channel.Stage([.. Enumerable.Repeat(new DeliveryOutcome.Throttled(TimeSpan.FromSeconds(30)), 8)]);
        await bot.DeliverAsync();
        Assert.Empty(bot.Channel.In(TestBot.SecurityPlace));
        await bot.DeliverAsync();
        Assert.Empty(bot.Channel.In(TestBot.SecurityPlace));
        bot.Time.Advance(TimeSpan.FromSeconds(31));
        bot.Channel.Clear();
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_posted_again()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.DeliverAsync();
        bot.Channel.Messages.Clear();
        await bot.RejectsAsync(TestBot.Sam, sent, "Not with these terms, sorry.");
        await bot.DeliverAsync();
        Assert.Single(bot.Channel.In(TestBot.SecurityPlace));
    }
}
