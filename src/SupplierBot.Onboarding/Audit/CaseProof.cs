namespace SupplierBot.Onboarding;

/// <summary>Where the head of a case says something else than its facts: status, decision, who said yes in what role, conditions, people, tier, content, texts.</summary>
public static class CaseProof
{
    /// <summary>What differs, a sentence each; nothing where the head is what its facts make of it. Facts of older releases say less, and are compared as far as they say.</summary>
    /// <param name="facts">Oldest first, of a chain that is whole.</param>
    /// <param name="policy">The one the case was assessed under; null where it is not there.</param>
    public static IReadOnlyList<string> Contradictions(Case kept, IReadOnlyList<ChainedFact> facts, Policy? policy)
    {
        var replay = CaseReplay.Of(facts);
        IEnumerable<string> all =
        [
            .. replay.Strange, .. Beginning(kept, replay), .. Standing(kept, replay), .. Ending(kept, replay), .. Content(kept, replay, policy), .. Approvals(kept, replay),
            .. Talk(kept, replay), .. Conditions(kept, replay), .. Afterwards(kept, replay),
        ];
        var found = all.ToList();
        if (replay.LostSeal) found.Add("its newest fact seals nothing, and an older one does");
        else if (replay.Sealed is { } hash && hash != Seal.Of(kept) && !(replay.Core == Seal.CoreOf(kept) && facts.Any(fact => IsErased(fact.Fact)))) found.Add("what is kept of it is not what its newest fact sealed");
        return found;
    }

    private static IEnumerable<string> Beginning(Case kept, CaseReplay replay)
    {
        if (replay.Submitted is not { } sent) yield break;
        if (kept.Requester.Id != sent.Actor) yield return Other("requester", kept.Requester.Id, sent.Actor);
        if (kept.SubmittedAt != sent.At) yield return "the time it was sent is not that of its first fact";
        if (Differs(sent, "entry", kept.EntryId) is { } entry) yield return Other("register entry", kept.EntryId, entry);
        if (Differs(sent, "follows", kept.FollowsCase ?? "") is { } follows) yield return Other("case before it", kept.FollowsCase ?? "none", follows);
        if (Differs(sent, "policy", kept.PolicyHash) is { } policy) yield return Other("policy", kept.PolicyHash, policy);
        if (Differs(sent, "reviews", kept.Renewal?.Of ?? "") is { } of) yield return Other("case it reviews", kept.Renewal?.Of ?? "none", of);
        if (CaseReplay.Said(sent, "reviews") is null && kept.Renewal is not null) yield return "it is kept as a review; its facts know of none";
        if (Differs(sent, "triggers", string.Join(',', kept.Renewal?.Triggers ?? [])) is not null) yield return "what made the review due is not what its first fact says";
        var owner = Owners.CanBeTold(kept.Owner) ? kept.Owner.Id.Value : "typed";
        if (!replay.OwnerMayDiffer && Differs(sent, "owner", owner) is { } named) yield return Other("owner", owner, named);
    }

    private static IEnumerable<string> Standing(Case kept, CaseReplay replay)
    {
        if (replay.Status.Count > 0 && !replay.Status.Contains(kept.Status)) yield return Other("status", kept.Status, replay.Status[0]);
        if (replay.Submitted is not null && kept.ContentVersion != replay.ContentVersion) yield return Other("content version", kept.ContentVersion, replay.ContentVersion);
        if (kept.Version < replay.Version) yield return Other("version", kept.Version, replay.Version);
        if (replay.Moments.Except(kept.Passed).Any()) yield return "something that time did to it is in its facts and not in the case";
        if (kept.ReviewState == ReviewState.Lapsed != replay.Moments.Any(moment => Is(moment, MomentKind.ReviewLapsed))) yield return "whether its review lapsed is not what its facts say";
        if (kept.ReviewState == ReviewState.Overdue && !replay.Moments.Any(moment => Is(moment, MomentKind.ReviewOverdue))) yield return "its review is kept as overdue; no fact says so";
    }

    private static bool Is(string moment, MomentKind kind) => moment.StartsWith($"{kind}-", StringComparison.Ordinal);

    private static IEnumerable<string> Ending(Case kept, CaseReplay replay)
    {
        if (kept.Decision is null != kept.IsOpen) yield return $"it is {kept.Status} and {(kept.Decision is null ? "nobody decided" : "somebody decided")}";
        if (kept.Decision is not { } decision) yield break;
        if (decision.Outcome != kept.Status) yield return Other("outcome", decision.Outcome, kept.Status);
        if (replay.Decision is not { } fact) yield break;
        if (decision.By.Id != fact.Actor) yield return Other("person who decided", decision.By.Id, fact.Actor);
        if (decision.At != fact.At) yield return "the time of the decision is not that of its fact";
        var said = fact.Kind is FactKind.Approved or FactKind.ApprovedWithConditions ? Contains(fact, decision.Reason) : fact.Comment == decision.Reason;
        if (!said) yield return "the reason of the decision is not the one in its fact";
    }

    private static IEnumerable<string> Content(Case kept, CaseReplay replay, Policy? policy)
    {
        if (replay.Tier is { } tier && tier != kept.Assessment.Tier.ToString()) yield return Other("tier", kept.Assessment.Tier, tier);
        if (policy is not null && replay.Content is var (hash, version) && Digest.Of(kept with { ContentVersion = version }, policy) != hash)
            yield return "answers, clauses or tier are not those whose hash is in its facts";
    }

    private static IEnumerable<string> Approvals(Case kept, CaseReplay replay)
    {
        if (kept.Approvals.Count != replay.Approvals.Count) yield return Other("number of approvals", kept.Approvals.Count, replay.Approvals.Count);
        foreach (var (approval, fact) in kept.Approvals.Zip(replay.Approvals))
        {
            if (approval.By.Id != fact.Actor) yield return Other("person who approved", approval.By.Id, fact.Actor);
            if (Differs(fact, "role", approval.Role) is { } role) yield return Other("role of an approval", approval.Role, role);
            if (Differs(fact, "terms", approval.Terms.ToString()) is { } terms) yield return Other("contract terms of an approval", approval.Terms, terms);
            if (Differs(fact, "seen", string.Join(',', approval.Seen)) is not null) yield return "the evidence somebody saw is not what their approval says";
            if (approval.At != fact.At || approval.WithConditions != (fact.Kind == FactKind.ApprovedWithConditions)) yield return "time or kind of an approval is not that of its fact";
            if (!Contains(fact, approval.Comment) || !Contains(fact, approval.TermsReference)) yield return "the words of an approval are not those in its fact";
        }
    }

    private static IEnumerable<string> Talk(Case kept, CaseReplay replay)
    {
        if (kept.Enquiries.Count != replay.Enquiries.Count) yield return Other("number of questions", kept.Enquiries.Count, replay.Enquiries.Count);
        foreach (var enquiry in kept.Enquiries)
        {
            if (!replay.Enquiries.TryGetValue(enquiry.Number, out var facts)) yield return $"no fact says that question {enquiry.Number} was asked";
            else if (facts.Asked.Actor != enquiry.By.Id || facts.Asked.At != enquiry.At || facts.Asked.Comment != enquiry.Text) yield return $"question {enquiry.Number} is not the one in its fact";
            else if (facts.Replied?.Actor != enquiry.AnsweredBy?.Id || facts.Replied?.At != enquiry.AnsweredAt || (facts.Replied is { } replied && replied.Comment != enquiry.Answer))
                yield return $"the answer to question {enquiry.Number} is not the one in its fact";
        }
        if (kept.Settlements.Any(settled => !replay.Settled.Exists(fact => fact.Actor == settled.By.Id && fact.At == settled.At && fact.Comment == settled.Source)))
            yield return "an open point was resolved in a way that no fact says";
        if (kept.Claim?.By.Id.Value != replay.Claim?.Person || kept.Claim?.At != replay.Claim?.At) yield return "who took it on is not who its facts say";
    }

    private static IEnumerable<string> Conditions(Case kept, CaseReplay replay)
    {
        foreach (var condition in kept.Conditions)
        {
            replay.Reported.TryGetValue(condition.Number, out var reported);
            replay.Confirmed.TryGetValue(condition.Number, out var confirmed);
            // What a review takes over as reported has its fact in the case before.
            var elsewhere = kept.Renewal is not null && reported is null && condition.State == ConditionState.Reported;
            var state = confirmed is not null ? ConditionState.Confirmed : reported is not null ? ConditionState.Reported : ConditionState.Open;
            if (condition.State != state && !elsewhere) yield return Other($"state of condition {condition.Number}", condition.State, state);
            else if (reported is not null && (condition.ReportedBy?.Id != reported.Actor || reported.Comment != condition.Proof)) yield return $"the proof of condition {condition.Number} is not the one in its fact";
            else if (confirmed is not null && condition.ConfirmedBy?.Id != confirmed.Actor) yield return Other($"person who confirmed condition {condition.Number}", condition.ConfirmedBy?.Id, confirmed.Actor);
        }
        if (kept.Overdue.Any(number => !replay.Moments.Any(moment => moment.StartsWith($"{MomentKind.ConditionOverdue}-{number}-", StringComparison.Ordinal)))) yield return "a condition is kept as overdue; no fact says so";
    }

    private static IEnumerable<string> Afterwards(Case kept, CaseReplay replay)
    {
        if (kept.CheckedAt != replay.FirstCheck?.At) yield return "when it was checked first is not what its facts say";
        if (kept.ReportsSeen != replay.ReportsSeen) yield return Other("number of reports seen", kept.ReportsSeen, replay.ReportsSeen);
        if ((kept.Leaving is null) != (replay.Exits.Count == 0)) yield return kept.Leaving is null ? "its facts say that use is being ended; the case does not" : "it is kept as being ended; no fact says so";
        if (kept.Leaving is not { } leaving || replay.Exits is not [var first, ..]) yield break;
        if (leaving.By.Id != first.Actor || leaving.At != first.At) yield return "who began to end its use, or when, is not what its facts say";
        if (replay.Exits[^1].Comment.Replace("\n", "", StringComparison.Ordinal) != string.Concat(leaving.Access, leaving.Data, leaving.Moved).Replace("\n", "", StringComparison.Ordinal)) yield return "what was done to end its use is not what its facts say";
        if (leaving.Complete && leaving.ReportedBy?.Id != replay.Exits[^1].Actor) yield return "who reported the end of its use is not who its facts say";
        if (leaving.EndedBy?.Id != replay.Ended?.Actor || leaving.EndedAt != replay.Ended?.At) yield return "who ended its use, or when, is not what its facts say";
    }

    /// <summary>Its text was taken out with its salt. What the case says of it must be taken out, too: nothing would prove it.</summary>
    private static bool IsErased(Fact fact) => fact is { Comment: "", Salt: "" } && CaseReplay.Said(fact, "comment") is not null;

    private static bool Contains(Fact fact, string words) => fact.Comment.Contains(words.Trim(), StringComparison.Ordinal);

    /// <summary>What the fact says instead; null where it says the same or nothing.</summary>
    private static string? Differs(Fact fact, string detail, string kept) => CaseReplay.Said(fact, detail) is { } said && said != kept ? said : null;

    private static string Other(string what, object? kept, object said) => $"its {what}: {kept} is kept; its facts say {said}";
}
