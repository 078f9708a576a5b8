using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// Answers changed after sending: assessed again at once, and whatever was approved before is void (Policies/README.md "Invariants", I12).
/// </summary>
internal static class AnswerRevision
{
    public static Case With(CaseRequest request, Answers answers)
    {
        var current = request.Case;
        var tier = TierChanges.Kept(current.TierChange, Assessor.TierOf(request.Policy, answers));
        var after = current with
        {
            Answers = answers,
            Assessment = Reassessment.Of(request.Policy, answers, tier, current.ClauseChanges),
            TierChange = tier,
            PolicyHash = request.Policy.Hash,
            PolicyApproval = SubmitHandler.Approval(request.Policy),
            Owner =
                answers.One("owner") == current.Answers.One("owner")
                    ? current.Owner
                    : Owners.Of(answers, current.Requester, request.Context),
            History = [.. current.History, .. Ended(request, tier)],
            Changes = [.. current.Changes, .. Changes(current.Answers, answers, request.Actor.Person, request.Now)],
        };
        return Notified(request, Reassessment.Restarted(current, after, request.Policy, request.Context)).NotifyTooFew(request.Context);
    }

    /// <summary>A tier that somebody set and that goes with the old answers.</summary>
    private static IEnumerable<HistoryLine> Ended(CaseRequest request, TierChange? kept)
    {
        if (request.Case.TierChange is { } change && kept is null)
            yield return new(
                request.Now,
                request.SayStored(
                    change.Until is null ? "story.tier_raise_over" : "story.tier_lowering_over",
                    ("name", change.By.Name),
                    ("tier", CaseTexts.Tier(change.To, request.Context.ForStorage))
                )
            );
    }

    /// <summary>What an approver found out stays, unless the requester now says something definite.</summary>
    public static Answers KeepResolved(Case current, Answers answers) =>
        current
            .ResolvedPoints.Where(resolved =>
                answers.Has(resolved.Question, "not_sure") && !current.Answers.Has(resolved.Question, "not_sure")
            )
            .Aggregate(answers, (kept, resolved) => kept.With(resolved.Question, current.Answers.Picked(resolved.Question).AsSpan()));

    /// <summary>Question ids with the choices before and after; texts only say that they changed.</summary>
    public static IEnumerable<(string Name, string Value)> Details(Case before, Case after, Policy policy, RoleHolders roles) =>
        Differing(before.Answers, after.Answers)
            .Select(id => (id, IsChoice(policy, id) ? $"{Joined(before.Answers, id)} > {Joined(after.Answers, id)}" : "changed"))
            .Append(("tier", after.Assessment.Tier.ToString()))
            .Append(("content", DecisionBasis.Hash(after, policy)))
            .Concat(before.TierChange is not null && after.TierChange is null ? [("tier_change", "over")] : [])
            .Concat(SeatDeviations.Details(after, roles));

    /// <summary>What it came to, for the person who did it.</summary>
    public static string Words(CaseRequest request, Case after) =>
        after.Assessment.Tier == request.Case.Assessment.Tier
            ? request.Say("receipt.changed")
            : request.Say(
                "told.tier_changed",
                ("tier", CaseTexts.Tier(after, request.Context)),
                ("n", CaseTexts.Number(Quorum.Of(after, request.Roles).Needed)),
                ("due", Dates.Day(after.DueAt, request.Context))
            );

    private static Case Notified(CaseRequest request, Case after)
    {
        var tier =
            after.Assessment.Tier == request.Case.Assessment.Tier
                ? after
                : after.Notify(NotificationKind.TierChanged, after.ContentVersion, after.Requester);
        return after.Owner.Id == request.Case.Owner.Id || after.Owner.Id == after.Requester.Id
            ? tier
            : tier.Notify(NotificationKind.OwnerNamed, after.ContentVersion, after.Owner);
    }

    public static IEnumerable<AnswerChange> Changes(Answers before, Answers after, Person by, DateTimeOffset at) =>
        Differing(before, after).Select(id => new AnswerChange(id, before.Picked(id), after.Picked(id), by, at));

    private static IEnumerable<string> Differing(Answers before, Answers after) =>
        before
            .Ids.Union(after.Ids)
            .Order(StringComparer.Ordinal)
            .Where(id => !before.Picked(id).SequenceEqual(after.Picked(id), StringComparer.Ordinal));

    private static bool IsChoice(Policy policy, string id) => policy.Questions.Any(question => question.Id == id && question.IsChoice);

    private static string Joined(Answers answers, string id) => string.Join(',', answers.Picked(id));
}
