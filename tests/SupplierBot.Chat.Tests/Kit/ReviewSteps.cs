using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>A review whose answers are what they were.</summary>
internal static class ReviewSteps
{
    public static async Task<TurnAnswer> SendsAsItIsAsync(this TestBot bot, Person person) =>
        await bot.PressesAsync(person, await bot.SaysAgainAsync(person), Verbs.Submit);

    /// <summary>Every page is sent again with what is in it.</summary>
    /// <returns>The stamp of the summary.</returns>
    public static async Task<CardStamp> SaysAgainAsync(this TestBot bot, Person person)
    {
        for (var pages = 0; pages < 10; pages++)
        {
            var draft = (await bot.The<DraftStore>().FindAsync(person.Id, CancellationToken.None))!.Value.Draft;
            if (
                Interview.Replay(bot.The<Policy>(), draft, DateOnly.FromDateTime(bot.Time.GetUtcNow().Date))
                is not InterviewState.Asking
                (var page, _)
            )
                return CardStamp.OfDraft(draft.Id, "summary", draft.Revision);
            await bot.PressesAsync(
                person,
                CardStamp.OfDraft(draft.Id, page.Id, draft.Revision),
                "answer",
                values: page.Questions.ToDictionary(id => id, id => string.Join(',', draft.Answers.Picked(id)))
            );
        }
        throw new InvalidOperationException("The review never came to its summary.");
    }
}
