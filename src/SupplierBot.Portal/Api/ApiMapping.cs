using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Portal.Api;

/// <summary>What is kept, in the shapes of the interface: those stay as they are when ours change.</summary>
internal static class ApiMapping
{
    public static ApiSupplier Of(RegisterEntry entry, DateOnly today) =>
        new()
        {
            Id = entry.Id,
            Supplier = entry.Supplier,
            Service = entry.Service,
            Website = entry.Website,
            Aliases = [.. entry.Aliases, .. entry.FormerNames],
            Purpose = entry.Purpose,
            Types = entry.Types,
            Tier = entry.KnownTier?.ToString(),
            Score = entry.Status == EntryStatus.Legacy ? null : entry.Score,
            Status = entry.StatusOn(today).ToString(),
            MayBeUsed = entry.StatusOn(today).MayBeUsed(),
            Missing = [.. entry.Gaps.Select(gap => new ApiGap(gap.Holder.ToString(), gap.Clauses, gap.Documents))],
            UsableUntil = entry.ProofUntil,
            Data = entry.Data,
            Restrictions = entry.Restrictions,
            OpenConditions = entry.OpenConditions,
            Owner = Of(entry.Owner),
            Case = entry.CaseId,
            PolicyVersion = entry.PolicyVersion,
            DecidedAt = entry.DecidedAt,
            NextReview = entry.NextReview,
            NoticeDay = entry.Term is { } term ? ContractDates.LastNoticeDay(term, today) : null,
            ChangedAt = entry.ChangedAt,
        };

    public static ApiContractPoint Of(RequiredClause clause, ClauseItem? item) =>
        new()
        {
            Clause = clause.Id,
            Title = clause.Title,
            Required = clause.Plain,
            Text = clause.Text,
            Values = clause.Parameters,
            Because = clause.Because,
            State = item?.State.ToString(),
            Settled = item?.IsSettled,
            Document = $"{item?.Document} {item?.Version}".Trim(),
            Section = item?.Section ?? "",
            AgreedValues = item?.Values ?? new Dictionary<string, string>(),
            Reason = item?.Words ?? "",
            By = item?.By is { } by ? Of(by) : null,
            At = item?.At,
            Until = item?.Until,
        };

    public static IReadOnlyList<ApiContractPoint> ContractPointsOf(Case current) =>
        [.. current.Assessment.Clauses.Select(clause => Of(clause, current.Clauses?.FirstOrDefault(item => item.Clause == clause.Id)))];

    /// <summary>What was added, then what is required and was not.</summary>
    public static IReadOnlyList<ApiDocument> DocumentsOf(Case current) =>
        [
            .. current.Evidence.Select(Of),
            .. current
                .Assessment.Evidence.Where(required => current.Evidence.All(document => document.Kind != required.Id))
                .Select(required => Missing(required.Id)),
        ];

    public static ApiCase Of(Case current, IReadOnlyList<ChainedEvent> events) =>
        new()
        {
            Id = current.Id,
            Supplier = current.EntryId,
            Status = current.Status.ToString(),
            Requester = Of(current.Requester),
            Owner = Of(current.Owner),
            SentAt = current.SubmittedAt,
            DueAt = current.DueAt,
            PolicyVersion = current.Assessment.PolicyVersion,
            PolicyHash = current.PolicyHash,
            Answers = current.Answers.ToDictionary(),
            Tier = current.Assessment.Tier.ToString(),
            ComputedTier = current.Assessment.ComputedTier?.ToString(),
            Score = current.Assessment.Score,
            ScoreParts = [.. current.Assessment.Parts.Select(part => new ApiScorePart(part.Name, part.Points, part.Words))],
            Floors = [.. current.Assessment.Floors.Select(floor => new ApiFloor(floor.Id, floor.Minimum.ToString(), floor.Words))],
            Approvals = [.. current.Approvals.Select(Of)],
            Decision = current.Decision is { } decided ? new(decided.Outcome.ToString(), Of(decided.By), decided.At, decided.Reason) : null,
            Conditions = [.. current.Conditions.Select(Of)],
            Deviations = current.Deviations,
            Follows = current.FollowsCase,
            ChainHead = current.ChainHead,
            Events = [.. events.Take(current.EventCount).Select(Of)],
        };

    public static ApiCondition Of(ApprovalCondition condition) =>
        new(condition.Number, condition.Text, condition.Due, Of(condition.Owner), condition.State.ToString(), condition.Proof);

    private static ApiPerson Of(Person person) => new(person.Id.Value, person.Name);

    private static ApiApproval Of(Approval approval) =>
        new(Of(approval.By), approval.Role, approval.At, approval.WithConditions, approval.Comment);

    private static ApiEvent Of(ChainedEvent one) =>
        new(one.Sequence, one.Event.Kind.ToString(), one.Event.At, one.Event.Actor.Value, one.Hash);

    private static ApiDocument Of(EvidenceRecord document) =>
        new()
        {
            Kind = document.Kind,
            Number = document.Number,
            Missing = false,
            Issuer = document.Issuer,
            Issued = document.Issued,
            LastDay = document.LastDay,
            Expired = document.Expired,
            Verdict = document.Verdict?.ToString(),
            Gaps = document.Gaps,
            Link = document.Link,
            Sha256 = document.File?.Sha256,
            AddedBy = Of(document.AddedBy),
            JudgedBy = document.JudgedBy is { } judge ? Of(judge) : null,
        };

    private static ApiDocument Missing(string kind) =>
        new()
        {
            Kind = kind,
            Number = null,
            Missing = true,
            Issuer = "",
            Issued = null,
            LastDay = null,
            Expired = false,
            Verdict = null,
            Gaps = "",
            Link = "",
            Sha256 = null,
            AddedBy = null,
            JudgedBy = null,
        };
}
