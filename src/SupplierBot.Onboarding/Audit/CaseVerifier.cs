using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Onboarding.Audit;

/// <summary>
/// Where the head of a case says something else than its facts: status, decision, who said yes in what role, conditions, people, tier,
/// content, texts.
/// </summary>
public static class CaseVerifier
{
    /// <summary>
    /// What differs, a sentence each; nothing where the head is what its events make of it. Facts of older releases say less, and are
    /// compared as far as they say.
    /// </summary>
    /// <param name="events">Oldest first, of a chain that is whole.</param>
    /// <param name="policy">The one the case was assessed under; null where it is not there.</param>
    public static IReadOnlyList<string> Contradictions(Case kept, IReadOnlyList<ChainedEvent> events, Policy? policy)
    {
        var replay = CaseReplay.Of(events);
        IEnumerable<string> all =
        [
            .. replay.Strange,
            .. Beginning(kept, replay),
            .. Standing(kept, replay),
            .. Ending(kept, replay),
            .. Content(kept, replay, policy),
            .. replay.SetTier.Contradictions(kept, policy),
            .. replay.Providers.Contradictions(kept),
            .. Approvals(kept, replay),
            .. replay.Clauses.Contradictions(kept),
            .. Talk(kept, replay),
            .. ConditionVerifier.Contradictions(kept, replay),
            .. Afterwards(kept, replay),
        ];
        var found = all.ToList();
        if (replay.LostSeal)
            found.Add("its newest fact seals nothing, and an older one does");
        else if (
            replay.Sealed is { } hash
            && hash != CaseSeal.Of(kept)
            && !(replay.Core == CaseSeal.CoreOf(kept) && events.Any(auditEvent => IsErased(auditEvent.Event)))
        )
            found.Add("what is kept of it is not what its newest fact sealed");
        return found;
    }

    private static IEnumerable<string> Beginning(Case kept, CaseReplay replay)
    {
        if (replay.Submitted is not { } sent)
            yield break;
        if (kept.Requester.Id != sent.Actor)
            yield return Other("requester", kept.Requester.Id, sent.Actor);
        if (kept.SubmittedAt != sent.At)
            yield return "the time it was sent is not that of its first fact";
        if (Differs(sent, "entry", kept.EntryId) is { } entry)
            yield return Other("register entry", kept.EntryId, entry);
        if (Differs(sent, "follows", kept.FollowsCase ?? "") is { } follows)
            yield return Other("case before it", kept.FollowsCase ?? "none", follows);
        if (Differs(sent, "policy", kept.PolicyHash) is { } policy)
            yield return Other("policy", kept.PolicyHash, policy);
        if (Differs(sent, "reviews", kept.ReviewOrigin?.Of ?? "") is { } of)
            yield return Other("case it reviews", kept.ReviewOrigin?.Of ?? "none", of);
        if (CaseReplay.Said(sent, "reviews") is null && kept.ReviewOrigin is not null)
            yield return "it is kept as a review; its facts know of none";
        if (Differs(sent, "triggers", string.Join(',', kept.ReviewOrigin?.Triggers ?? [])) is not null)
            yield return "what made the review due is not what its first fact says";
        var owner = Owners.CanBeNotified(kept.Owner) ? kept.Owner.Id.Value : "typed";
        if (!replay.OwnerMayDiffer && (replay.NamedOwner ?? CaseReplay.Said(sent, "owner")) is { } named && named != owner)
            yield return Other("owner", owner, named);
    }

    private static IEnumerable<string> Standing(Case kept, CaseReplay replay)
    {
        if (replay.Status.Count > 0 && !replay.Status.Contains(kept.Status))
            yield return Other("status", kept.Status, replay.Status[0]);
        if (replay.Submitted is not null && kept.ContentVersion != replay.ContentVersion)
            yield return Other("content version", kept.ContentVersion, replay.ContentVersion);
        if (kept.NeverSent != replay.NeverSent)
            yield return "whether its sending was undone is not what its facts say";
        if (kept.Undone != replay.Undos)
            yield return Other("number of presses that were undone", kept.Undone, replay.Undos);
        if (kept.Version < replay.Version)
            yield return Other("version", kept.Version, replay.Version);
        if (replay.ForgotMoments)
            yield break;
        if (replay.Moments.Except(kept.Passed).Any())
            yield return "something that time did to it is in its facts and not in the case";
        if (kept.ReviewState == ReviewState.Lapsed != replay.Moments.Any(timer => Is(timer, CaseTimerKind.ReviewLapsed)))
            yield return "whether its review lapsed is not what its facts say";
        if (kept.ReviewState == ReviewState.Overdue && !replay.Moments.Any(timer => Is(timer, CaseTimerKind.ReviewOverdue)))
            yield return "its review is kept as overdue; no fact says so";
    }

    private static bool Is(string timer, CaseTimerKind kind) => timer.StartsWith($"{kind}-", StringComparison.Ordinal);

    private static IEnumerable<string> Ending(Case kept, CaseReplay replay)
    {
        if (kept.Decision is null != kept.IsOpen)
            yield return $"it is {kept.Status} and {(kept.Decision is null ? "nobody decided" : "somebody decided")}";
        if (kept.Decision is not { } decision)
            yield break;
        if (decision.Outcome != kept.Status)
            yield return Other("outcome", decision.Outcome, kept.Status);
        if (replay.Decision is not { } auditEvent)
            yield break;
        if (decision.By.Id != auditEvent.Actor)
            yield return Other("person who decided", decision.By.Id, auditEvent.Actor);
        if (decision.At != auditEvent.At)
            yield return "the time of the decision is not that of its fact";
        var said = auditEvent.Kind is AuditEventKind.Approved or AuditEventKind.ApprovedWithConditions
            ? Contains(auditEvent, decision.Reason)
            : auditEvent.Comment == decision.Reason;
        if (!said)
            yield return "the reason of the decision is not the one in its fact";
    }

    private static IEnumerable<string> Content(Case kept, CaseReplay replay, Policy? policy)
    {
        if (replay.Tier is { } tier && tier != kept.Assessment.Tier.ToString())
            yield return Other("tier", kept.Assessment.Tier, tier);
        if (
            policy is not null
            && replay.Content is var (hash, version)
            && DecisionBasis.Hash(kept with { ContentVersion = version }, policy) != hash
        )
            yield return "answers, clauses or tier are not those whose hash is in its facts";
    }

    private static IEnumerable<string> Approvals(Case kept, CaseReplay replay)
    {
        if (kept.Approvals.Count != replay.Approvals.Count)
            yield return Other("number of approvals", kept.Approvals.Count, replay.Approvals.Count);
        foreach (var (approval, auditEvent) in kept.Approvals.Zip(replay.Approvals))
        {
            if (approval.By.Id != auditEvent.Actor)
                yield return Other("person who approved", approval.By.Id, auditEvent.Actor);
            if (Differs(auditEvent, "role", approval.Role) is { } role)
                yield return Other("role of an approval", approval.Role, role);
            if (Differs(auditEvent, "terms", approval.Terms.ToString()) is { } terms)
                yield return Other("contract terms of an approval", approval.Terms, terms);
            if (Differs(auditEvent, "seen", string.Join(',', approval.Seen)) is not null)
                yield return "the evidence somebody saw is not what their approval says";
            if (approval.At != auditEvent.At || approval.WithConditions != (auditEvent.Kind == AuditEventKind.ApprovedWithConditions))
                yield return "time or kind of an approval is not that of its fact";
            if (!Contains(auditEvent, approval.Comment) || !Contains(auditEvent, approval.TermsReference))
                yield return "the words of an approval are not those in its fact";
        }
    }

    private static IEnumerable<string> Talk(Case kept, CaseReplay replay)
    {
        if (kept.InformationRequests.Count != replay.InformationRequests.Count)
            yield return Other("number of questions", kept.InformationRequests.Count, replay.InformationRequests.Count);
        foreach (var informationRequest in kept.InformationRequests)
        {
            if (!replay.InformationRequests.TryGetValue(informationRequest.Number, out var events))
                yield return $"no fact says that question {informationRequest.Number} was asked";
            else if (
                events.Asked.Actor != informationRequest.By.Id
                || events.Asked.At != informationRequest.At
                || events.Asked.Comment != informationRequest.Text
            )
                yield return $"question {informationRequest.Number} is not the one in its fact";
            else if (
                events.Replied?.Actor != informationRequest.AnsweredBy?.Id
                || events.Replied?.At != informationRequest.AnsweredAt
                || (events.Replied is { } replied && replied.Comment != informationRequest.Answer)
            )
                yield return $"the answer to question {informationRequest.Number} is not the one in its fact";
        }
        if (
            kept.ResolvedPoints.Any(resolved =>
                !replay.Resolved.Exists(auditEvent =>
                    auditEvent.Actor == resolved.By.Id && auditEvent.At == resolved.At && auditEvent.Comment == resolved.Source
                )
            )
        )
            yield return "an open point was resolved in a way that no fact says";
        if (kept.Claim?.By.Id.Value != replay.Claim?.Person || kept.Claim?.At != replay.Claim?.At)
            yield return "who took it on is not who its facts say";
    }

    private static IEnumerable<string> Afterwards(Case kept, CaseReplay replay)
    {
        if (
            (kept.Merge?.Into, kept.Merge?.By.Id, kept.Merge?.At)
            != (replay.Merge is { } merge ? CaseReplay.Said(merge, "into") : null, replay.Merge?.Actor, replay.Merge?.At)
        )
            yield return "which entry answers for it, by whom and since when is not what its facts say";
        if (kept.CheckedAt != replay.Use.FirstCheck?.At)
            yield return "when it was checked first is not what its facts say";
        if (kept.ReportsSeen != replay.Use.ReportsSeen)
            yield return Other("number of reports seen", kept.ReportsSeen, replay.Use.ReportsSeen);
        if ((kept.Offboarding is null) != (replay.Use.Exits.Count == 0))
            yield return kept.Offboarding is null
                ? "its facts say that use is being ended; the case does not"
                : "it is kept as being ended; no fact says so";
        if (kept.Offboarding is not { } offboarding || replay.Use.Exits is not [var first, ..])
            yield break;
        if (offboarding.By.Id != first.Actor || offboarding.At != first.At)
            yield return "who began to end its use, or when, is not what its facts say";
        if (
            replay.Use.Exits[^1].Comment.Replace("\n", "", StringComparison.Ordinal)
            != string.Concat(offboarding.Access, offboarding.Data, offboarding.Moved).Replace("\n", "", StringComparison.Ordinal)
        )
            yield return "what was done to end its use is not what its facts say";
        if (offboarding.Complete && offboarding.ReportedBy?.Id != replay.Use.Exits[^1].Actor)
            yield return "who reported the end of its use is not who its facts say";
        if (offboarding.EndedBy?.Id != replay.Use.Ended?.Actor || offboarding.EndedAt != replay.Use.Ended?.At)
            yield return "who ended its use, or when, is not what its facts say";
    }

    /// <summary>Its text was taken out with its salt. What the case says of it must be taken out, too: nothing would prove it.</summary>
    private static bool IsErased(AuditEvent auditEvent) =>
        auditEvent is { Comment: "", Salt: "" } && CaseReplay.Said(auditEvent, "comment") is not null;

    private static bool Contains(AuditEvent auditEvent, string words) =>
        auditEvent.Comment.Contains(words.Trim(), StringComparison.Ordinal);

    /// <summary>What the event says instead; null where it says the same or nothing.</summary>
    private static string? Differs(AuditEvent auditEvent, string detail, string kept) =>
        CaseReplay.Said(auditEvent, detail) is { } said && said != kept ? said : null;

    internal static string Other(string what, object? kept, object said) => $"its {what}: {kept} is kept; its facts say {said}";
}
