using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// Whether one entry may answer for another. A merge is no decision: the one that stays keeps its own, so it must not turn a "no", or a
/// stricter "yes", into what it says.
/// </summary>
internal static class MergeCheck
{
    /// <returns>The key of the words that say why not, with what they need; null where it may.</returns>
    public static (string Key, (string Name, string Value)[] Holes)? Refusal(RegisterEntry from, RegisterEntry into, Context context) =>
        Standing(from, into, context) ?? Widening(from, into, context);

    private static (string, (string, string)[])? Standing(RegisterEntry from, RegisterEntry into, Context context)
    {
        var held = new[] { from, into }.FirstOrDefault(entry => context.Now < entry.Held?.Until);
        var reviewed = new[] { from, into }.FirstOrDefault(entry => entry.Status == EntryStatus.Proposed || entry.Review is not null);
        return from.Id == into.Id ? ("merge.same", [("entry", from.Id)])
            : from.MergedInto is { } gone ? ("merge.already", [("entry", from.Id), ("into", gone)])
            : into.MergedInto is { } other ? ("merge.into_merged", [("entry", into.Id), ("other", other)])
            : from.MergedEntries is [var first, ..] ? ("merge.holds", [("entry", from.Id), ("other", first.Id), ("into", into.Id)])
            : held is not null ? ("refusal.just_pressed", [("n", UndoOffer.Seconds(held.Held!.Until, context))])
            : reviewed is not null ? ("merge.in_review", [("entry", reviewed.Id), ("id", reviewed.Review?.CaseId ?? reviewed.CaseId)])
            : null;
    }

    private static (string, (string, string)[])? Widening(RegisterEntry from, RegisterEntry into, Context context)
    {
        (string, string)[] both = [("entry", from.Id), ("into", into.Id)];
        var (status, stays) = (from.StatusOn(context.Calendar.Today(context.Now)), into.Status.IsToStay());
        return status switch
        {
            EntryStatus.Suspended or EntryStatus.Lapsed or EntryStatus.Exiting => (
                "merge.unsettled",
                [.. both, ("status", CaseTexts.Entry(status, context))]
            ),
            EntryStatus.Legacy when !stays && into.Status != EntryStatus.Legacy => ("merge.unapproved", both),
            EntryStatus.NotApproved when into.Status != EntryStatus.NotApproved && !(stays && into.DecidedAt > from.DecidedAt) => (
                "merge.refused",
                both
            ),
            _ when !status.IsApproved() => null,
            _ when !stays => ("merge.unapproved", both),
            _ when from.Tier > into.Tier => (
                "merge.stricter_tier",
                [.. both, ("tier", CaseTexts.Tier(from.Tier, context)), ("other", CaseTexts.Tier(into.Tier, context))]
            ),
            _ when from.Restrictions.Except(into.Restrictions).Any() => (
                "merge.stricter_rules",
                [.. both, ("rules", string.Join(" · ", from.Restrictions.Except(into.Restrictions)))]
            ),
            _ => null,
        };
    }
}
