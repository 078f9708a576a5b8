using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>Messages to one person. Each is drawn from the case as it is now, so that an old one never asks for what is over.</summary>
internal static class NotificationCards
{
    private const int MostButtons = 5;

    public static View Show(Case current, Notification notification, string slot, Policy policy, Context context) =>
        notification.Kind switch
        {
            NotificationKind.Asked => AskedNotice.Show(current, notification, slot, policy, context),
            NotificationKind.Approved when current.IsApproved => Approved(current, notification, slot, policy, context),
            NotificationKind.Approved => NotificationNotice.Create(
                current,
                slot,
                context,
                "told.approved_ended",
                [],
                ("outcome", CaseTexts.Outcome(current, context))
            ),
            // It was usable when it was sent; what it says is true whenever somebody reads it.
            NotificationKind.Usable
                when current.IsApproved && RegisterUpdate.StatusOf(current) is EntryStatus.Onboarding or EntryStatus.Suspended => Approved(
                current,
                notification,
                slot,
                policy,
                context
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
            NotificationKind.OwnerReplaced => NotificationNotice.Create(
                current,
                slot,
                context,
                "told.owner_replaced",
                [],
                ("owner", current.Owner.Name)
            ),
            NotificationKind.EntryMerged => NotificationNotice.Create(
                current,
                slot,
                context,
                current.Merge is null ? "told.unmerged" : "told.merged",
                [],
                ("entry", current.EntryId),
                ("into", current.Merge?.Into ?? "")
            ),
            NotificationKind.TierChanged
            or NotificationKind.TierDecided
            or NotificationKind.TierRaised
            or NotificationKind.TierLowered
            or NotificationKind.TierLoweringSoon
            or NotificationKind.TierLoweringEnded
            or NotificationKind.RulesChanged => TierCards.Show(current, notification, slot, policy, context),
            NotificationKind.CriticalServices => ProviderCards.Critical(current, notification, slot, context),
            NotificationKind.ProviderChanged => ProviderCards.Changed(current, slot, context),
            NotificationKind.ConditionReported => ConditionCards.Reported(current, notification, slot, context),
            NotificationKind.ConditionSentBack => ConditionCards.SentBack(current, notification, slot, context),
            NotificationKind.DocumentJudged => EvidenceCards.Judged(current, notification, slot, policy, context),
            NotificationKind.Answered => AnswerCards.Show(current, notification, slot, context),
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
            NotificationKind.AcceptanceSoon
            or NotificationKind.AcceptanceLapsed
            or NotificationKind.DocumentSoon
            or NotificationKind.DocumentExpired
            or NotificationKind.NoticeDaySoon
            or NotificationKind.ContractRenewed
            or NotificationKind.AgreementsUnrecorded => ProofCards.Show(current, notification, slot, policy, context),
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

    private static View.Notice Approved(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var open = current.Conditions.Where(condition => condition.State != ApprovalConditionState.Confirmed).ToList();
        var status = RegisterUpdate.StatusOf(current);
        var key = status switch
        {
            EntryStatus.Suspended => "told.approved_suspended",
            EntryStatus.Onboarding => "told.approved_to_do",
            _ when current.ReviewOrigin is not null && open.Count == 0 => "told.renewed",
            _ when open.Count > 0 => "told.approved_with_dates",
            _ => "told.approved",
        };
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
        var lines = notice
            .Lines.Concat(open.Select(condition => new LabelledText(CaseTexts.Condition(condition, context))))
            .Concat(UseGapTexts.Missing(current, policy, context).Select(missing => new LabelledText(missing)));
        return notice with
        {
            Lines = status == EntryStatus.Onboarding ? [.. lines, new LabelledText(context.Wording["told.until_then"])] : [.. lines],
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
