using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>Messages to one person. Each is drawn from the case as it is now, so that an old one never asks for what is over.</summary>
internal static class NotificationCards
{
    private const int MostButtons = 5;

    public static View Show(Case current, Notification notification, string slot, Policy policy, Context context) =>
        notification.Kind switch
        {
            NotificationKind.Asked => Asked(current, notification, slot, policy, context),
            NotificationKind.Approved when current.IsApproved => Approved(current, notification, slot, policy, context),
            NotificationKind.Approved => NotificationNotice.Create(
                current,
                slot,
                context,
                "told.approved_ended",
                [],
                ("outcome", CaseTexts.Outcome(current, context))
            ),
            NotificationKind.Usable => NotificationNotice.Create(
                current,
                slot,
                context,
                current.IsApproved ? "told.usable" : "told.approved_ended",
                [],
                ("outcome", CaseTexts.Outcome(current, context))
            ),
            NotificationKind.Rejected => Rejected(current, notification, slot, context),
            NotificationKind.Revoked => NotificationNotice.Create(
                current,
                slot,
                context,
                "told.revoked",
                [],
                ("name", current.Decision?.By.Name ?? ""),
                ("reason", current.Decision?.Reason ?? "")
            ),
            NotificationKind.OwnerNamed => NotificationNotice.Create(
                current,
                slot,
                context,
                "told.owner_named",
                [],
                ("requester", current.Requester.Name)
            ),
            NotificationKind.TierChanged
            or NotificationKind.TierDecided
            or NotificationKind.TierRaised
            or NotificationKind.TierLowered
            or NotificationKind.TierLoweringSoon
            or NotificationKind.TierLoweringEnded
            or NotificationKind.RulesChanged => TierCards.Show(current, notification, slot, policy, context),
            NotificationKind.CriticalServices => TierCards.Critical(current, notification, slot, context),
            NotificationKind.ConditionReported => Reported(current, notification, slot, context),
            NotificationKind.TooFewApprovers => TooFew(current, slot, context),
            NotificationKind.Withdrawn => NotificationNotice.Create(
                current,
                slot,
                context,
                "told.withdrawn",
                [],
                ("requester", current.Requester.Name)
            ),
            NotificationKind.Reminder
            or NotificationKind.Overdue
            or NotificationKind.Escalated
            or NotificationKind.Late
            or NotificationKind.AskedAgain
            or NotificationKind.Expired
            or NotificationKind.ConditionSoon
            or NotificationKind.ConditionOverdue
            or NotificationKind.ReviewSoon
            or NotificationKind.ReviewOverdue
            or NotificationKind.ReviewLapsed
            or NotificationKind.FirstCheck
            or NotificationKind.ApprovalUnusedSoon
            or NotificationKind.ApprovalUnused
            or NotificationKind.ReportDue
            or NotificationKind.Incident
            or NotificationKind.LeavingReported
            or NotificationKind.Ended
            or NotificationKind.Nudged
            or NotificationKind.Assigned => TimerCards.Show(current, notification, slot, policy, context),
        };

    /// <summary>"It's done" for each open condition of this person.</summary>
    public static IEnumerable<Button> DoneButtons(Case current, Person person, Wording wording) =>
        current
            .Conditions.Where(condition =>
                condition.State == ApprovalConditionState.Open
                && (condition.Owner.Id == person.Id || (!Owners.CanBeNotified(condition.Owner) && current.Requester.Id == person.Id))
            )
            .Take(MostButtons)
            .Select(condition => new Button(
                wording.Fill("button.done", ("n", CaseTexts.Number(condition.Number))),
                "done",
                CaseTexts.Number(condition.Number)
            ));

    private static View Asked(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var informationRequest = current.InformationRequests.First(informationRequest => informationRequest.Number == notification.Number);
        if (!informationRequest.Waiting)
            return NotificationNotice.Create(
                current,
                slot,
                context,
                "told.answered",
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

    private static View.Notice Approved(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var open = current.Conditions.Where(condition => condition.State != ApprovalConditionState.Confirmed).ToList();
        var key =
            current.ReviewOrigin is not null && open.Count == 0 ? "told.renewed"
            : RegisterUpdate.StatusOf(current) == EntryStatus.Suspended ? "told.approved_suspended"
            : open.Any(condition => condition.BeforeUse) ? "told.approved_to_do"
            : open.Count > 0 ? "told.approved_with_dates"
            : "told.approved";
        var review = RegisterUpdate.NextReview(current) is { } day ? Dates.Month(day) : "";
        var notice = NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            [.. DoneButtons(current, notification.To, context.Wording)],
            ("purpose", current.Answers.One("purpose") ?? ""),
            ("data", CaseTexts.Data(current.Answers.Picked("data"), policy)),
            ("owner", current.Owner.Name),
            ("month", review)
        );
        var lines = notice.Lines.Concat(open.Select(condition => new LabelledText(CaseTexts.Condition(condition, context))));
        return notice with
        {
            Lines = open.Any(condition => condition.BeforeUse)
                ? [.. lines, new LabelledText(context.Wording["told.until_then"])]
                : [.. lines],
        };
    }

    private static View.Notice Rejected(Case current, Notification notification, string slot, Context context)
    {
        return NotificationNotice.Create(
            current,
            slot,
            context,
            current.ReviewOrigin is null ? "told.rejected" : "told.review_failed",
            NotificationNotice.AskAgain(current, notification.To, context),
            ("name", current.Decision?.By.Name ?? ""),
            ("reason", current.Decision?.Reason ?? "")
        );
    }

    private static View.Notice Reported(Case current, Notification notification, string slot, Context context)
    {
        var condition = current.Conditions.FirstOrDefault(condition => condition.Number == notification.Number);
        var open = condition is { State: ApprovalConditionState.Reported } && current.IsApproved;
        var confirm = open
            ? new Button[]
            {
                new(
                    context.Wording.Fill("button.confirm", ("n", CaseTexts.Number(notification.Number))),
                    "confirm",
                    CaseTexts.Number(notification.Number),
                    Style: ButtonStyle.Main
                ),
            }
            : [];
        var key =
            open ? "told.condition_reported"
            : condition is { ConfirmedBy: not null } ? "told.condition_confirmed"
            : "told.condition_over";
        return NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            [.. confirm, new(context.Wording["button.open"], Verbs.Open)],
            ("name", (open ? condition?.ReportedBy : condition?.ConfirmedBy)?.Name ?? ""),
            ("text", condition?.Text ?? ""),
            ("proof", condition?.Proof ?? "")
        );
    }

    private static View.Notice TooFew(Case current, string slot, Context context)
    {
        var quorum = Quorum.Of(current, context.Roles);
        return NotificationNotice.Create(
            current,
            slot,
            context,
            quorum.Possible || !current.IsOpen ? "told.too_few_over" : "told.too_few",
            [],
            ("n", CaseTexts.Number(quorum.Needed)),
            ("m", CaseTexts.Number(quorum.Fillable))
        );
    }
}
