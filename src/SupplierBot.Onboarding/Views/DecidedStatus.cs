using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Views;

/// <summary>Whether it may be used, in a box of its own: what everybody reads first.</summary>
internal static class DecidedStatus
{
    public static NoticeBox Of(Case current, Policy policy, Context context)
    {
        var status = RegisterUpdate.StatusOf(current);
        if (current.Merge is { } merge)
            return new(NoticeKind.Warning, "", context.Wording.Fill("merge.is_merged", ("entry", current.EntryId), ("into", merge.Into)));
        return current.Status switch
        {
            CaseStatus.Rejected or CaseStatus.Revoked => new(NoticeKind.Error, "", Sentence(CaseTexts.Status(current.Status, context))),
            CaseStatus.Withdrawn or CaseStatus.Expired => new(
                NoticeKind.Info,
                Sentence(CaseTexts.Status(current.Status, context)),
                context.Wording["decided.nothing"]
            ),
            _ => status switch
            {
                EntryStatus.Active => new(NoticeKind.Success, "", context.Wording["decided.ready"]),
                EntryStatus.ActiveConditional => new(NoticeKind.Success, context.Wording["decided.ready"], Conditions(current, context)),
                EntryStatus.Onboarding => new(
                    NoticeKind.Warning,
                    context.Wording["decided.not_ready"],
                    string.Join(' ', [.. UseGapTexts.Missing(current, policy, context), Conditions(current, context)]).Trim()
                ),
                EntryStatus.ReviewDue or EntryStatus.UnderReview => new(
                    NoticeKind.Success,
                    context.Wording["decided.ready"],
                    Sentence(CaseTexts.Entry(status, context))
                ),
                _ => new(
                    NoticeKind.Warning,
                    "",
                    string.Join(' ', [Sentence(CaseTexts.Entry(status, context)), .. UseGapTexts.Missing(current, policy, context)])
                ),
            },
        };
    }

    private static string Conditions(Case current, Context context) =>
        string.Join(
            ' ',
            [
                .. Count("decided.open", current, ApprovalConditionState.Open, context),
                .. Count("decided.to_check", current, ApprovalConditionState.Reported, context),
            ]
        );

    private static IEnumerable<string> Count(string key, Case current, ApprovalConditionState state, Context context) =>
        current.Conditions.Count(condition => condition.State == state) is > 0 and var count
            ? [context.Wording.Fill(key, ("n", CaseTexts.Number(count)))]
            : [];

    private static string Sentence(string words) => $"{words}.";
}
