using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Views;

/// <summary>What is told because an accepted gap, a document or the term of a contract ends.</summary>
internal static class ProofCards
{
    public static View Show(Case current, Notification notification, string slot, Policy policy, Context context) =>
        notification.Kind switch
        {
            _ when current is not { IsApproved: true, Offboarding: null, Replaced: false } => Over(current, slot, context),
            NotificationKind.AgreementsUnrecorded when UseGate.IsUnrecorded(current) => Unrecorded(current, slot, context),
            NotificationKind.AgreementsUnrecorded => Over(current, slot, context),
            NotificationKind.NoticeDaySoon or NotificationKind.ContractRenewed => Contract(current, notification, slot, context),
            _ => Ending(current, notification, slot, policy, context),
        };

    private static View.Notice Over(Case current, string slot, Context context) =>
        NotificationNotice.Create(current, slot, context, "told.clock_over", [], ("outcome", CaseTexts.Outcome(current, context)));

    private static View Ending(Case current, Notification notification, string slot, Policy policy, Context context)
    {
        var day = NotificationNumbers.DayOfProof(notification);
        var names = ProofTimers.Names(notification.Kind, day, current, policy);
        if (names.Length == 0)
            return Over(current, slot, context);
        var key = notification.Kind switch
        {
            NotificationKind.AcceptanceSoon => "told.acceptance_soon",
            NotificationKind.DocumentSoon => "told.document_soon",
            _ when RegisterUpdate.StatusOf(current) == EntryStatus.Suspended => notification.Kind == NotificationKind.AcceptanceLapsed
                ? "told.acceptance_lapsed"
                : "told.document_expired",
            NotificationKind.AcceptanceLapsed => "told.acceptance_over",
            _ => "told.document_ended",
        };
        return NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            [new(context.Wording["button.open"], Verbs.Open, Style: ButtonStyle.Main)],
            ("names", Texts.Clip(names, 300)),
            ("day", Dates.Day(day, context)),
            ("entry", current.EntryId)
        );
    }

    /// <summary>What somebody who looks after it writes down changes nothing of its use.</summary>
    private static View Unrecorded(Case current, string slot, Context context) =>
        NotificationNotice.Create(
            current,
            slot,
            context,
            "told.agreements_unrecorded",
            [
                new(context.Wording["button.clauses"], Verbs.Clauses, Style: ButtonStyle.Main),
                new(context.Wording["button.contract"], Verbs.Contract, OpensForm: true),
            ],
            ("entry", current.EntryId),
            ("month", RegisterUpdate.NextReview(current) is { } review ? Dates.Month(review) : context.Wording["words.soon"])
        );

    private static View Contract(Case current, Notification notification, string slot, Context context)
    {
        var day = NotificationNumbers.DayOfProof(notification);
        return notification.Kind == NotificationKind.NoticeDaySoon
            ? NotificationNotice.Create(
                current,
                slot,
                context,
                "told.notice_day_soon",
                [new(context.Wording["button.open"], Verbs.Open, Style: ButtonStyle.Main), new(context.Wording["button.exit"], Verbs.Exit)],
                ("day", Dates.Day(day, context)),
                ("reference", current.Contract?.Reference ?? ""),
                ("entry", current.EntryId)
            )
            : NotificationNotice.Create(
                current,
                slot,
                context,
                "told.contract_renewed",
                [
                    new(context.Wording["button.renew"], Verbs.Renew, Style: ButtonStyle.Main),
                    new(context.Wording["button.exit"], Verbs.Exit),
                ],
                ("day", Dates.Day(day, context)),
                ("trigger", ContractTimers.Trigger),
                ("entry", current.EntryId)
            );
    }
}
