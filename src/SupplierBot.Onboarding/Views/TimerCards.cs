using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What time tells one person about a case: drawn from the case as it is now, so that an old one never asks for what is over.
/// </summary>
internal static class TimerCards
{
    public static View Show(Case current, Notification notification, string slot, Policy policy, Context context) =>
        notification.Kind switch
        {
            NotificationKind.Reminder
            or NotificationKind.Overdue
            or NotificationKind.Escalated
            or NotificationKind.Nudged when current.Status == CaseStatus.InReview => Waiting(current, notification, slot, context),
            NotificationKind.Assigned when current.IsOpen => Waiting(current, notification, slot, context),
            NotificationKind.Late when current.IsOpen => Notice(current, slot, "told.late", [], context),
            NotificationKind.AskedAgain
                when current.InformationRequests.FirstOrDefault(informationRequest => informationRequest.Number == notification.Number)
                    is { Waiting: true }
                    && current.IsOpen => AskedAgain(current, notification, slot, policy, context),
            NotificationKind.Expired when current.Status == CaseStatus.Expired => Notice(
                current,
                slot,
                "told.expired",
                NotificationNotice.AskAgain(current, notification.To, context),
                context
            ),
            NotificationKind.ConditionSoon when Open(current, NotificationNumbers.ConditionOf(notification)) is { } condition => Condition(
                current,
                notification,
                condition,
                slot,
                "told.condition_soon",
                context
            ),
            NotificationKind.ConditionOverdue when Open(current, NotificationNumbers.ConditionOf(notification)) is { } condition =>
                Condition(current, notification, condition, slot, "told.condition_overdue", context),
            NotificationKind.ReviewSoon when InUse(current) => Review(current, slot, "told.review_soon", context),
            NotificationKind.ReviewOverdue when InUse(current) => Review(current, slot, "told.review_overdue", context),
            NotificationKind.ReviewLapsed when InUse(current) => Review(current, slot, "told.review_lapsed", context),
            NotificationKind.FirstCheck when InUse(current) && current.CheckedAt is null => Notice(
                current,
                slot,
                "told.first_check",
                [new(context.Wording["button.checked"], Verbs.Checked, Style: ButtonStyle.Main), .. Changes(context)],
                context
            ),
            NotificationKind.ApprovalUnusedSoon when InUse(current) && current.CheckedAt is null => Notice(
                current,
                slot,
                "told.approval_unused_soon",
                [
                    new(context.Wording["button.in_use"], Verbs.Checked, Style: ButtonStyle.Main),
                    new(context.Wording["button.exit"], Verbs.Exit),
                ],
                context,
                ("day", Dates.Day(current.Decision!.At, context)),
                ("n", CaseTexts.Number(policy.Timers.Approvals.UnusedReminderDays))
            ),
            NotificationKind.ApprovalUnused when current.Status == CaseStatus.Revoked => Notice(
                current,
                slot,
                "told.approval_unused",
                NotificationNotice.AskAgain(current, notification.To, context),
                context
            ),
            NotificationKind.ReportDue
                when InUse(current) && current.NextReport is { } report && DueTimers.NumberOf(report) == notification.Number => Notice(
                current,
                slot,
                "told.report_due",
                [new(context.Wording["button.report"], Verbs.Report, Style: ButtonStyle.Main), .. Changes(context)],
                context,
                ("report", context.Wording[$"told.report_words.{current.Assessment.Tier}"])
            ),
            NotificationKind.Incident when !current.Replaced => Incident(
                current,
                current.History.ElementAtOrDefault(notification.Number)?.Words ?? "",
                slot,
                context
            ),
            NotificationKind.LeavingReported when current.Offboarding is { Complete: true, EndedAt: null } offboarding =>
                OffboardingReported(current, offboarding, slot, context),
            NotificationKind.LeavingReported when current.Offboarding is { EndedAt: not null } => Notice(
                current,
                slot,
                "told.ended",
                [],
                context
            ),
            NotificationKind.Ended => Notice(current, slot, "told.ended", [], context),
            _ => Notice(current, slot, "told.clock_over", [], context),
        };

    private static bool InUse(Case current) => current is { IsApproved: true, Offboarding: null, Replaced: false };

    private static View.Notice Review(Case current, string slot, string key, Context context) =>
        Notice(
            current,
            slot,
            key,
            [
                new(context.Wording["button.renew"], Verbs.Renew, Style: ButtonStyle.Main),
                .. Changes(context),
                new(context.Wording["button.exit"], Verbs.Exit),
            ],
            context,
            ("day", RegisterUpdate.NextReview(current) is { } review ? Dates.Day(review, context) : ""),
            ("owner", current.Owner.Name),
            ("entry", current.EntryId)
        );

    private static View.Notice Incident(Case current, string words, string slot, Context context)
    {
        var notice = Notice(
            current,
            slot,
            "told.incident",
            [new(context.Wording["button.open"], Verbs.Open, Style: ButtonStyle.Main), .. Changes(context)],
            context
        );
        return notice with { Lines = [new(words), .. notice.Lines] };
    }

    private static Button[] Changes(Context context) => [new(context.Wording["button.changed"], Verbs.Changed)];

    private static View.Notice OffboardingReported(Case current, Offboarding offboarding, string slot, Context context)
    {
        var notice = Notice(
            current,
            slot,
            "told.leaving_reported",
            [new(context.Wording["button.ended"], Verbs.Ended, Style: ButtonStyle.Main), new(context.Wording["button.open"], Verbs.Open)],
            context,
            ("name", offboarding.ReportedBy?.Name ?? "")
        );
        return notice with { Lines = [.. notice.Lines, .. Proofs(offboarding, context)] };
    }

    public static IEnumerable<LabelledText> Proofs(Offboarding offboarding, Context context)
    {
        if (offboarding.Access.Length > 0)
            yield return new(offboarding.Access, context.Wording["form.exit_access"]);
        if (offboarding.Data.Length > 0)
            yield return new(offboarding.Data, context.Wording["form.exit_data"]);
        if (offboarding.Moved.Length > 0)
            yield return new(offboarding.Moved, context.Wording["form.exit_moved"]);
    }

    private static View.Notice Waiting(Case current, Notification notification, string slot, Context context)
    {
        var key = notification.Kind switch
        {
            NotificationKind.Overdue => "told.overdue",
            NotificationKind.Escalated => "told.escalated",
            NotificationKind.Nudged => "told.nudged",
            NotificationKind.Assigned => "told.assigned",
            _ => "told.reminder",
        };
        var decides = Quorum.Of(current, context.Roles).SeatFor(notification.To.Id) is not null;
        var button = decides
            ? new Button(context.Wording["button.review"], Verbs.Review, Style: ButtonStyle.Main)
            : new Button(context.Wording["button.open"], Verbs.Open);
        return Notice(current, slot, key, [button], context);
    }

    private static View.Notice AskedAgain(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var informationRequest = current.InformationRequests.First(informationRequest => informationRequest.Number == notification.Number);
        var notice = Notice(
            current,
            slot,
            "told.asked_again",
            [new(context.Wording["button.answer"], Verbs.Reply, CaseTexts.Number(informationRequest.Number), Style: ButtonStyle.Main)],
            context,
            ("name", informationRequest.By.Name),
            ("day", CaseTexts.Closes(current, policy, context))
        );
        return notice with
        {
            Lines =
            [
                .. notice.Lines,
                new LabelledText(
                    context.Wording.Fill("told.asked_words", ("name", informationRequest.By.Name), ("question", informationRequest.Text))
                ),
            ],
        };
    }

    private static View.Notice Condition(
        Case current,
        Notification notification,
        ApprovalCondition condition,
        string slot,
        string key,
        Context context
    ) =>
        Notice(
            current,
            slot,
            key,
            [.. NotificationCards.DoneButtons(current, notification.To, context.Wording), new(context.Wording["button.open"], Verbs.Open)],
            context,
            ("text", condition.Text),
            ("day", condition.Due is { } due ? Dates.Day(due, context) : ""),
            ("owner", condition.Owner.Name)
        );

    private static ApprovalCondition? Open(Case current, int number) =>
        current.IsApproved
            ? current.Conditions.FirstOrDefault(condition => condition.Number == number && condition.State == ApprovalConditionState.Open)
            : null;

    /// <summary>Every sentence of a timer may name who asked, when it is due and who can decide.</summary>
    private static View.Notice Notice(
        Case current,
        string slot,
        string key,
        IReadOnlyList<Button> buttons,
        Context context,
        params ReadOnlySpan<(string Name, string Value)> holes
    ) =>
        NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            buttons,
            [
                ("requester", current.Requester.Name),
                ("due", Dates.Day(current.DueAt, context)),
                ("open", CaseTexts.Number(current.Assessment.OpenPoints.Count)),
                ("names", CaseTexts.Names(Quorum.Of(current, context.Roles).Deciders, context)),
                ("outcome", CaseTexts.Outcome(current, context)),
                .. holes,
            ]
        );
}
