using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>That an answer came: to who asked, as a message of its own, and on the review in a channel.</summary>
internal static class AnswerCards
{
    public static View.Notice Show(Case current, Notification notification, string slot, Context context)
    {
        var asked = current.InformationRequests.FirstOrDefault(one => one.Number == notification.Number);
        var key =
            !current.IsOpen || asked?.AnsweredBy is null ? "told.answer_over"
            : asked.Answer.Length > 0 ? "told.answer"
            : "told.answer_by_choice";
        return NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            [new(context.Wording[current.IsOpen ? "button.review" : "button.open"], ButtonVerb(current), Style: ButtonStyle.Main)],
            ("name", asked?.AnsweredBy?.Name ?? ""),
            ("question", asked?.Text ?? ""),
            ("answer", asked?.Answer ?? ""),
            ("outcome", CaseTexts.Outcome(current, context))
        );
    }

    /// <summary>The newest answer, while somebody may still look for it; null where there is none.</summary>
    public static string? Newest(Case current, Context context) =>
        current is { IsOpen: true }
        && current.InformationRequests.Where(one => one.AnsweredBy is not null).MaxBy(one => one.AnsweredAt) is { } answered
            ? context.Wording.Fill(
                "review.answered",
                ("name", answered.AnsweredBy!.Name),
                ("by", answered.By.Name),
                ("day", Dates.Day(answered.AnsweredAt!.Value, context))
            )
            : null;

    private static string ButtonVerb(Case current) => current.IsOpen ? Verbs.Review : Verbs.Open;
}
