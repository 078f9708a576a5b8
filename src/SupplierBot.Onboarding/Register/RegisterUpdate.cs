using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register.Providers;

namespace SupplierBot.Onboarding.Register;

/// <summary>The register entry of a case: it follows from the case alone, and every decision replaces it.</summary>
public static class RegisterUpdate
{
    /// <summary>
    /// The line after a change of a case, or null where it stays as it is: a review writes beside what is approved until it is decided.
    /// </summary>
    /// <param name="kept">The line as it is; null for a new one.</param>
    internal static RegisterEntry? After(Case? before, Case after, RegisterEntry? kept, DateTimeOffset now) =>
        WithKept(Following(before, after, kept, now), after, kept);

    /// <summary>
    /// With what doesn't follow from the case: what was merged into it, and what it was imported with. What was in use before the register
    /// is that again where its request comes to nothing.
    /// </summary>
    internal static RegisterEntry? WithKept(RegisterEntry? line, Case behind, RegisterEntry? kept)
    {
        if (line is null || kept is null)
            return line;
        var whole =
            kept.Imported is { } imported && IsLegacyAgain(behind)
                ? LegacyEntry.Merged(LegacyEntry.Of(line.Id, imported, line.ChangedAt, kept.ImportedOwner), kept.MergedInto)
                : line with
                {
                    Imported = kept.Imported,
                    ImportedOwner = kept.ImportedOwner,
                };
        return whole with { MergedEntries = kept.MergedEntries };
    }

    private static bool IsLegacyAgain(Case behind) =>
        behind is { ReviewOrigin: null, RefusedBefore: false, Merge: null, Status: CaseStatus.Withdrawn or CaseStatus.Expired };

    private static RegisterEntry? Following(Case? before, Case after, RegisterEntry? kept, DateTimeOffset now)
    {
        if (before is not null && !Shows(before, after))
            return null;
        if (kept is null || kept.CaseId == after.Id)
            return WithReview(Of(after, now), kept?.Review);
        if (after.ReviewOrigin is null)
            return before is null ? Of(after, now) : null;
        if (kept.CaseId != after.ReviewOrigin.Of || (before is not null && kept.Review?.CaseId != after.Id))
            return null;
        return after.Status switch
        {
            CaseStatus.InReview or CaseStatus.InfoRequested => WithReview(
                kept with
                {
                    ChangedAt = now,
                },
                new(after.Id, kept.Review?.Before ?? kept.Status)
            ),
            CaseStatus.Withdrawn or CaseStatus.Expired => kept with
            {
                Status = kept.Review?.Before ?? kept.Status,
                Review = null,
                ChangedAt = now,
            },
            _ => Of(after, now),
        };
    }

    /// <summary>Being reviewed makes nothing usable that was not.</summary>
    private static RegisterEntry WithReview(RegisterEntry line, ReviewUnderWay? review)
    {
        if (review is null)
            return line;
        var before = line.Review is null ? line.Status : review.Before;
        return line with
        {
            Status = before is EntryStatus.Active or EntryStatus.ActiveConditional or EntryStatus.ReviewDue
                ? EntryStatus.UnderReview
                : before,
            Review = review with { Before = before },
        };
    }

    /// <summary>The line that follows from the case behind it, and the case that reviews it.</summary>
    internal static RegisterEntry Entry(Case behind, string? review, DateTimeOffset changedAt) =>
        WithReview(Of(behind, changedAt), review is null ? null : new(review, StatusOf(behind)));

    public static RegisterEntry Of(Case current, DateTimeOffset now) =>
        new()
        {
            Id = current.EntryId,
            Supplier = current.Supplier,
            Service = current.Service,
            Website = current.Answers.One("website") ?? "",
            Names = current.Names,
            Purpose = current.Answers.One("purpose") ?? "",
            Status = StatusOf(current),
            Owner = current.Owner,
            Type = current.Assessment.Type,
            Types = current.Assessment.Types,
            Tier = current.Assessment.Tier,
            ComputedTier = current.Assessment.ComputedTier,
            TierUntil = current.TierChange?.Until,
            Score = current.Assessment.Score,
            Data = current.Answers.Picked("data"),
            Behind = Dependencies.OrNull(Dependencies.Of(current.Answers)),
            CaseId = current.Id,
            PolicyVersion = current.Assessment.PolicyVersion,
            // While a question waits for its answer nobody knows the day.
            DueAt = current.Status == CaseStatus.InReview ? current.DueAt : null,
            DecidedAt = current.Decision?.At,
            NextReview = NextReview(current),
            Terms = current.IsApproved ? TermsOf(current) : null,
            TermsReference = current.IsApproved ? ReferencesOf(current) : "",
            Seen = [.. current.Approvals.SelectMany(approval => approval.Seen).Distinct()],
            OpenConditions =
            [
                .. current
                    .Conditions.Where(condition => condition.State != ApprovalConditionState.Confirmed)
                    .Select(condition => condition.Text),
            ],
            ConditionDue = current.IsApproved
                ? current
                    .Conditions.Where(condition => condition is { State: ApprovalConditionState.Open, Due: not null })
                    .Min(condition => condition.Due)
                : null,
            NextReport = current.NextReport,
            Gaps = current.IsApproved ? UseGapCount.Of(UseGate.Gaps(current)) : [],
            ProofUntil = current.IsApproved ? UseGate.ProofUntil(current) : null,
            Term = current.IsApproved ? ContractTerm.Of(current.Contract) : null,
            Restrictions = current.Restrictions,
            AgreementsUnrecorded = current.IsApproved && UseGate.IsUnrecorded(current),
            NeverSent = current is { NeverSent: true, FollowsCase: null },
            MergedInto = current.Merge?.Into,
            ChangedAt = now,
        };

    private static string ReferencesOf(Case current) =>
        string.Join("; ", current.Approvals.Select(approval => approval.TermsReference).Where(text => text.Length > 0).Distinct());

    public static EntryStatus StatusOf(Case current) =>
        current switch
        {
            { Merge: not null } => EntryStatus.Merged,
            { Offboarding.EndedAt: not null } => EntryStatus.Terminated,
            { Offboarding: not null } => EntryStatus.Exiting,
            { Status: CaseStatus.Rejected, ReviewOrigin: not null } => EntryStatus.Suspended,
            _ => OfStatus(current),
        };

    private static EntryStatus OfStatus(Case current) =>
        current.Status switch
        {
            CaseStatus.InReview or CaseStatus.InfoRequested => EntryStatus.Proposed,
            CaseStatus.Approved or CaseStatus.ApprovedWithConditions => Approved(current),
            CaseStatus.Rejected or CaseStatus.Revoked => EntryStatus.NotApproved,
            // Asking again and withdrawing it takes no earlier "No" away.
            CaseStatus.Withdrawn or CaseStatus.Expired when current.RefusedBefore => EntryStatus.NotApproved,
            CaseStatus.Withdrawn => EntryStatus.Withdrawn,
            CaseStatus.Expired => EntryStatus.Expired,
        };

    /// <summary>The least settled of what the approvers said: one who found the contract open is not outvoted.</summary>
    public static ContractTerms TermsOf(Case current) =>
        current.Approvals.Count == 0 ? ContractTerms.Open
        : current.Approvals.Any(approval => approval.Terms == ContractTerms.Open) ? ContractTerms.Open
        : current.Approvals.Max(approval => approval.Terms);

    /// <summary>Counted from the decision, by the review interval of its assessment, where nothing asks for it earlier.</summary>
    public static DateOnly? NextReview(Case current) =>
        current is { IsApproved: true, Decision: { } decision }
            ? current.ReviewDue ?? DateOnly.FromDateTime(decision.At.UtcDateTime).AddMonths(current.Assessment.ReviewMonths)
            : null;

    /// <summary>Whether the change is one the register entry shows.</summary>
    internal static bool Shows(Case before, Case after) =>
        before.Status != after.Status
        || before.DueAt != after.DueAt
        || before.Owner != after.Owner
        || !ReferenceEquals(before.Overdue, after.Overdue)
        || before.ReviewState != after.ReviewState
        || before.ReviewDue != after.ReviewDue
        || before.TierChange != after.TierChange
        || before.Offboarding != after.Offboarding
        || before.NextReport != after.NextReport
        || !ReferenceEquals(before.Answers, after.Answers)
        || !ReferenceEquals(before.Clauses, after.Clauses)
        || !ReferenceEquals(before.Evidence, after.Evidence)
        || before.Contract != after.Contract
        || !ReferenceEquals(before.Requirements, after.Requirements)
        || !ReferenceEquals(before.Conditions, after.Conditions)
        || !ReferenceEquals(before.Names, after.Names)
        || before.Merge != after.Merge;

    private static EntryStatus Approved(Case current)
    {
        var open = current.Conditions.Where(condition => condition.State != ApprovalConditionState.Confirmed).ToList();
        var gaps = UseGate.Gaps(current);
        return open.Any(condition => current.Overdue.Contains(condition.Number)) || gaps.Any(gap => gap.Lapsed) ? EntryStatus.Suspended
            : current.ReviewState == ReviewState.Lapsed ? EntryStatus.Lapsed
            : gaps.Count > 0 || open.Any(condition => condition.BeforeUse) ? EntryStatus.Onboarding
            : open.Count > 0 ? EntryStatus.ActiveConditional
            : current.ReviewState != ReviewState.NotYet ? EntryStatus.ReviewDue
            : EntryStatus.Active;
    }
}
