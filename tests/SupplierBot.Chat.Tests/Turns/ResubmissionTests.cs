using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>A request that ended without a yes is taken up again: filled in as it was, and everybody sees what is different now.</summary>
public sealed class ResubmissionTests
{
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Requester_and_approvers_see_what_is_different(bool rejected)
    {
        await using var bot = await TestBot.StartAsync();
        var first = await EndedAsync(bot, rejected);
        Assert.Equal(rejected ? CaseStatus.Rejected : CaseStatus.Expired, first.Status);
        var taken = TestBot.TextOf(
            await bot.PressesAsync(TestBot.Rita, CardStamp.OfCase(first.Id, "receipt", first.ContentVersion), "edit")
        );
        Assert.Contains($"resending {first.Id}", taken, StringComparison.Ordinal);
        Assert.Contains("haven't changed any answers", taken, StringComparison.Ordinal);
        var draft = await DraftAsync(bot);
        Assert.True(draft.Answers.SameAs(first.Answers));
        var page = bot.The<Policy>().Pages.First(page => page.Questions.Contains("purpose"));
        var values = page.Questions.Where(first.Answers.Answered).ToDictionary(id => id, id => string.Join(',', first.Answers.Picked(id)));
        values["purpose"] = "Notes of sales calls without names.";
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, page.Id, draft.Revision), "answer", values: values);
        draft = await DraftAsync(bot);
        Assert.Contains(
            "without names",
            TestBot.TextOf(await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "summary", draft.Revision), "open")),
            StringComparison.Ordinal
        );
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "summary", draft.Revision), "submit");
        var second = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal((first.Id, first.EntryId), (second.FollowsCase, second.EntryId));
        Assert.Equal("purpose", Assert.Single(second.Changes).Question);
        var deciding = TestBot.TextOf(
            await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(second.Id, "review-security", second.ContentVersion), "review")
        );
        Assert.Contains(first.Id, deciding, StringComparison.Ordinal);
        Assert.Contains("without names", deciding, StringComparison.Ordinal);
        Assert.Contains(first.Answers.One("purpose")!, deciding, StringComparison.Ordinal);
    }

    private static async Task<Case> EndedAsync(TestBot bot, bool rejected)
    {
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var (verb, values) = rejected
            ? ("reject", ("comment", "Not with these terms, sorry."))
            : ("ask", ("question", "Who holds the contract with them?"));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            verb,
            "sent",
            new Dictionary<string, string> { [values.Item1] = values.Item2 }
        );
        bot.Time.Advance(TimeSpan.FromDays(22));
        await bot.The<CaseTimerService>().TickAsync(CancellationToken.None);
        return await bot.NewestAsync(TestBot.Rita);
    }

    private static async Task<Draft> DraftAsync(TestBot bot) =>
        (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
}
