using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// A reviewer raises the tier of a case, or the CISO lowers it until a day (Policies/README.md "Tiers and floors"): open, or in use.
/// </summary>
internal static class ChangeTierHandler
{
    public static Outcome Handle(CaseRequest request)
    {
        if (TierRights.Refusal(request) is { } refused)
            return Before(request) ?? CaseForms.RefreshIfStale(request, TierRights.Refusal, TierChangeForm.Of) ?? refused;
        if (!request.FromForm)
            return Outcome.Say(TierChangeForm.Of(request, ""));
        return TierChangeForm.Read(request) switch
        {
            TierChangeInput.Wrong(var key, var words) => Outcome.Say(TierChangeForm.Of(request, words)) with { Refused = key },
            TierChangeInput.Right(var tier, var reason, var until) => Changed(request, tier, reason, until),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The second press of what the first one did; null where it is none.</summary>
    private static Outcome? Before(CaseRequest request) =>
        request is { FromForm: true, Stale: true }
        && TierRights.Refusal(request.Afresh) is null
        && TierChangeForm.Chosen(request) == request.Case.Assessment.Tier
            ? request.Refuse("tier.same", ("tier", CaseTexts.Tier(request.Case, request.Context)))
            : null;

    private static Outcome Changed(CaseRequest request, Tier tier, string reason, DateOnly? until)
    {
        var (current, policy) = (request.Case, request.Policy);
        var change =
            tier == current.Assessment.Computed()
                ? null
                : new TierChange(
                    current.Assessment.Tier,
                    tier,
                    request.Actor.Person,
                    request.Now,
                    reason,
                    until,
                    current.ContentVersion + 1
                );
        var with = current with
        {
            TierChange = change,
            Assessment = Reassessment.Of(policy, current.Answers, change, current.ClauseChanges),
        };
        var (after, said) = Followed(request, with);
        return request.Accept(
            after,
            request.Event(
                AuditEventKind.TierChanged,
                reason,
                [
                    .. Reassessment.Details(current, after, policy, request.Roles),
                    .. until is { } day ? [("until", Dates.Value(day))] : Array.Empty<(string, string)>(),
                ]
            ),
            History(request, after, reason),
            $"tier-{current.Id}-c{current.ContentVersion}-{request.Actor.Id}",
            said
        );
    }

    /// <summary>What the other tier means for the approvals, or for what is in use.</summary>
    private static (Case After, string Said) Followed(CaseRequest request, Case with)
    {
        var (current, words) = (request.Case, CaseTexts.Tier(with, request.Context));
        if (current.IsOpen)
        {
            var restarted = Reassessment.Restarted(current, with, request.Policy, request.Context);
            return (
                restarted
                    .Notify(NotificationKind.TierDecided, restarted.ContentVersion, restarted.Affected())
                    .NotifyTooFew(request.Context),
                request.Say("tier.saved_open", ("tier", words))
            );
        }
        var raised = with.Assessment.Tier > current.Assessment.Tier;
        var after = raised ? Reassessment.Reviewed(current, with, request.Context) : Reassessment.Eased(current, with);
        return (
            after.NotifyGroup(
                raised ? NotificationKind.TierRaised : NotificationKind.TierLowered,
                after.ContentVersion,
                NotificationGroup.Security,
                request.Roles,
                after.Affected(),
                but: request.Actor.Id
            ),
            request.Say(raised ? "tier.saved_raised" : "tier.saved_lowered", ("tier", words))
        );
    }

    private static string History(CaseRequest request, Case after, string reason)
    {
        var key =
            after.TierChange is null ? "story.tier_reset"
            : after.TierChange.Until is not null ? "story.tier_lowered"
            : "story.tier_raised";
        return request.SayStored(
            key,
            ("name", request.Actor.Person.Name),
            ("tier", CaseTexts.Tier(after, request.Context.ForStorage)),
            ("day", after.TierChange?.Until is { } until ? Dates.Day(until, request.Context) : ""),
            ("text", Texts.Clip(reason, 200))
        );
    }
}
