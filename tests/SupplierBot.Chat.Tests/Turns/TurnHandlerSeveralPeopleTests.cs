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
    public async Task A_supplier_sent_by_a_colleague_meanwhile_is_pointed_out_and_may_be_sent_as_another_use()
    {
        await using var bot = await TestBot.StartAsync();
        var summary = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", Answers);
        await bot.SendsAsync(TestBot.Carla, "ACME notes", Answers);

        var answer = TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, summary, "submit"));

        Assert.Contains("another_use", answer, StringComparison.Ordinal);
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
    public async Task A_sent_draft_is_put_away_without_holding_up_others()
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
