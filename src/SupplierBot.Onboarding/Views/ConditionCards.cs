using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>What people are told of a condition: somebody says that it is done, and somebody else that it is not enough.</summary>
internal static class ConditionCards
{
    public static View.Notice Reported(Case current, Notification notification, string slot, Context context)
    {
        var condition = Of(current, notification);
        var open = condition is { State: ApprovalConditionState.Reported } && current.IsApproved;
        var key =
            open ? "told.condition_reported"
            : condition is { ConfirmedBy: not null } ? "told.condition_confirmed"
            : condition is { SentBack: [.., _] } && current.IsApproved ? "told.condition_returned"
            : "told.condition_over";
        return NotificationNotice.Create(
            current,
            slot,
            context,
            key,
            [.. open ? Checks(condition!, context.Wording, ButtonStyle.Main) : [], new(context.Wording["button.open"], Verbs.Open)],
            ("name", (open ? condition?.ReportedBy : condition?.ConfirmedBy ?? Last(condition)?.By)?.Name ?? ""),
            ("text", condition?.Text ?? ""),
            ("proof", condition?.Proof ?? "")
        );
    }

    public static View.Notice SentBack(Case current, Notification notification, string slot, Context context)
    {
        var condition = Of(current, notification);
        var sentBack = Last(condition);
        var open = condition is { State: ApprovalConditionState.Open } && current.IsApproved;
        return NotificationNotice.Create(
            current,
            slot,
            context,
            open ? "told.condition_sent_back" : "told.condition_over",
            open
                ?
                [
                    .. NotificationCards.DoneButtons(current, notification.To, context.Wording),
                    new(context.Wording["button.open"], Verbs.Open),
                ]
                : [new(context.Wording["button.open"], Verbs.Open)],
            ("name", sentBack?.By.Name ?? ""),
            ("text", condition?.Text ?? ""),
            ("reason", sentBack?.Reason ?? "")
        );
    }

    /// <summary>Of one that was reported done: it is, or it is not enough.</summary>
    public static IEnumerable<Button> Checks(ApprovalCondition condition, Wording wording, ButtonStyle style = ButtonStyle.Plain)
    {
        var number = CaseTexts.Number(condition.Number);
        yield return Confirm(condition, wording) with
        {
            Style = style,
        };
        yield return new(wording.Fill("button.send_back", ("n", number)), Verbs.SendBack, number, OpensForm: true);
    }

    public static Button Confirm(ApprovalCondition condition, Wording wording)
    {
        var number = CaseTexts.Number(condition.Number);
        return new(wording.Fill("button.confirm", ("n", number)), Verbs.Confirm, number);
    }

    private static ConditionSentBack? Last(ApprovalCondition? condition) => condition is { SentBack: [.., var last] } ? last : null;

    private static ApprovalCondition? Of(Case current, Notification notification) =>
        current.Conditions.FirstOrDefault(condition => condition.Number == NotificationNumbers.ReportedConditionOf(notification));
}
