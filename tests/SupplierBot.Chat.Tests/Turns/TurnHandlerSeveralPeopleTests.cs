using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>The same supplier wanted by several at once, and a case that somebody opens where others read along.</summary>
public sealed class TurnHandlerSeveralPeopleTests
{
    private static readonly IReadOnlyDictionary<string, string> Answers = SampleAnswers.NotesApp("Acme Notes");

    [Fact]
    public async Task Who_sends_what_somebody_else_sent_meanwhile_is_told_and_may_still_send_it_as_another_use()
    {
        await using var bot = await TestBot.StartAsync();
        var summary = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", Answers);
        await bot.SendsAsync(TestBot.Carla, "ACME notes", Answers);

        var notifications = TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, summary, "submit"));

        Assert.Contains("another_use", notifications, StringComparison.Ordinal);
        Assert.Empty(await bot.The<CaseStore>().OfAsync(TestBot.Rita.Id, 10, CancellationToken.None));
        await bot.PressesAsync(TestBot.Rita, summary, "answer", "another_use");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "summary", draft.Revision), "submit");
        Assert.Single(await bot.The<CaseStore>().OfAsync(TestBot.Rita.Id, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_case_opened_from_a_list_in_a_channel_is_named_and_not_shown()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", Answers);
        var open = bot.InPlace(
            TestBot.Sam,
            RequestReader.Pressed("open", sent.Id, CardStamp.None, new Dictionary<string, string>(), false)
        ) with
        {
            AnswersInPlace = true,
        };

        var answer = TestBot.TextOf(await bot.GiveAsync(open));

        Assert.Contains($"status {sent.Id}", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Notes of our sales calls", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_waits_for_the_draft_of_somebody_else_to_be_put_away()
    {
        await using var bot = await TestBot.StartAsync();
        var (rita, sam) = (
            await bot.AnswersAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes")),
            await bot.AnswersAsync(TestBot.Sam, "Bolt Notes", SampleAnswers.NotesApp("Bolt Notes"))
        );
        var go = new TaskCompletionSource();
        bot.Table.DraftsGo = go.Task;
        var sending = bot.PressesAsync(TestBot.Rita, rita, "submit");
        var other = bot.PressesAsync(TestBot.Sam, sam, "submit");
        while (await bot.The<CaseStore>().FindAsync("REQ-2026-0002", TestContext.Current.CancellationToken) is null)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        Assert.False(sending.IsCompleted || other.IsCompleted);
        go.SetResult();
        await Task.WhenAll(sending, other);
        Assert.Null(await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, TestContext.Current.CancellationToken));
    }
}
