using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>A reviewer asks the requester: the question with its form, and what became of it.</summary>
internal static class AskedNotice
{
    public static View Show(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var informationRequest = current.InformationRequests.First(informationRequest => informationRequest.Number == notification.Number);
        if (!informationRequest.Waiting)
            return NotificationNotice.Create(
                current,
                slot,
                context,
                current.Status == CaseStatus.InfoRequested ? "told.answered_waiting" : "told.answered",
                [],
                ("name", informationRequest.By.Name),
                ("due", Dates.Day(current.DueAt, context))
            );
        if (!current.IsOpen)
            return NotificationNotice.Create(
                current,
                slot,
                context,
                "told.asked_over",
                [],
                ("name", informationRequest.By.Name),
                ("outcome", CaseTexts.Outcome(current, context))
            );
        var opened = CardPress.On(current.Id, slot, current.ContentVersion, Verbs.Reply) with
        {
            Target = CaseTexts.Number(informationRequest.Number),
            Automatic = true,
        };
        var asked = new Request.ProvideInformation { Press = opened };
        return InformationRequestHandler.ReplyForm(
            new CaseRequest(current, asked, new Actor(current.Requester, true), new TurnState { Case = current }, policy, context),
            informationRequest,
            [],
            ""
        ) with
        {
            Plain = NotificationNotice.Plain(current, context, "told.asked_plain", ("name", informationRequest.By.FirstName)),
            Buttons =
            [
                new(
                    context.Wording["form.reply_send"],
                    Verbs.Reply,
                    CaseTexts.Number(informationRequest.Number),
                    Style: ButtonStyle.Main,
                    Checks: true
                ),
            ],
        };
    }
}
