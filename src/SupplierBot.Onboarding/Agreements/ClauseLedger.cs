using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// The clauses that one assessment requires, and how far each is agreed. It begins when a request is sent, goes along with a change of
/// answers or of the policy, and goes on in the review that follows.
/// </summary>
internal static class ClauseLedger
{
    /// <summary>The case with what its assessment requires before use, and an item for each of its clauses.</summary>
    /// <param name="before">The case whose agreements go on; null where nothing is known.</param>
    public static Case Fitted(Case current, Policy policy, Case? before = null)
    {
        var kept = current.Clauses ?? before?.Clauses ?? [];
        return current with
        {
            Requirements = Requirements(policy, current.Answers, current.Assessment),
            Clauses = [.. current.Assessment.Clauses.Select(clause => Item(clause, kept, before, policy))],
            Evidence = current.Evidence.Count == 0 && before is not null ? before.Evidence : current.Evidence,
            Contract = current.Contract ?? before?.Contract,
        };
    }

    /// <summary>What was written down beside an open review goes on under its approval; of one clause the newest counts.</summary>
    public static Case WithNewer(Case approved, Case? before, Policy policy)
    {
        if (approved.ReviewOrigin is null || before is null)
            return approved;
        return approved with
        {
            Clauses =
            [
                .. (approved.Clauses ?? []).Select(item =>
                    before.Clauses?.FirstOrDefault(one => one.Clause == item.Clause) is { } other
                    && other.At > (item.At ?? DateTimeOffset.MinValue)
                        ? Newer(other)
                        : item
                ),
            ],
            Evidence =
            [
                .. approved
                    .Evidence.Concat(
                        before.Evidence.Where(record =>
                            !approved.Evidence.Any(one => one.AddedAt == record.AddedAt && one.Kind == record.Kind)
                        )
                    )
                    .Select((record, index) => record with { Number = index + 1 }),
            ],
            Contract = before.Contract?.At > (approved.Contract?.At ?? DateTimeOffset.MinValue) ? before.Contract : approved.Contract,
        };

        // What was agreed beside the review was agreed under what the approval before it asked for.
        ClauseItem Newer(ClauseItem other) =>
            approved.Assessment.Clauses.FirstOrDefault(clause => clause.Id == other.Clause) is { } required
                ? Item(required, [other], before, policy)
                : other;
    }

    /// <summary>What must be settled before use, by the policy.</summary>
    public static UseRequirements Requirements(Policy policy, Answers answers, Assessment assessment)
    {
        var rule = policy.Agreements.Of(assessment.Tier);
        var all = assessment.InternalChecksOnly ? [] : assessment.Clauses.Select(clause => clause.Id).ToList();
        var firm = NotWaivableClauses.Of(policy, answers, assessment);
        var documents = assessment.Evidence.Select(evidence => evidence.Id).ToList();
        var key = assessment.Types.SelectMany(type => policy.Type(type).KeyClauses).ToHashSet(StringComparer.Ordinal);
        return new(
            rule.Clauses switch
            {
                ClausesBeforeUse.All => all,
                ClausesBeforeUse.Key => [.. all.Where(id => firm.Contains(id) || key.Contains(id))],
                ClausesBeforeUse.NotWaivable => firm,
                _ => [],
            },
            firm,
            rule.NamesSections ? firm : [],
            rule.Documents == DocumentsBeforeUse.All ? documents : [],
            rule.Documents == DocumentsBeforeUse.OneOf ? [.. documents.Where(policy.Agreements.OneOf.Contains)] : []
        )
        {
            LegalRole = policy.Agreements.LegalRole,
            RiskRole = policy.Agreements.Acceptance?.Role,
            Never = policy.Agreements.Acceptance is { Never: { Count: > 0 } never } ? [.. all.Where(never.Contains)] : null,
        };
    }

    /// <summary>
    /// As it was, where it is still as strict as required; open again where more is required now than was agreed, with what was agreed.
    /// </summary>
    private static ClauseItem Item(RequiredClause clause, IReadOnlyList<ClauseItem> kept, Case? before, Policy policy)
    {
        var item = kept.FirstOrDefault(one => one.Clause == clause.Id);
        if (item is null)
            return new(clause.Id, ClauseState.Open);
        if (item.State is not (ClauseState.Agreed or ClauseState.CoveredByTheirTerms))
            return item;
        var agreed = Agreed(item, before?.Assessment.Clauses.FirstOrDefault(one => one.Id == clause.Id) ?? clause);
        return ClauseValues.Milder(policy, clause, agreed).Count == 0 ? item : Reopened(item);
    }

    private static Dictionary<string, string> Agreed(ClauseItem item, RequiredClause under)
    {
        var values = new Dictionary<string, string>(under.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in item.Values)
            values[name] = value;
        return values;
    }

    private static ClauseItem Reopened(ClauseItem item) => After(item, item with { State = ClauseState.Open, Proposed = item.State });

    /// <summary>What was settled with a yes in general, and by nobody clause by clause, is open again: the yes counts no more.</summary>
    /// <param name="approvals">The approvals whose word it was.</param>
    public static Case WithoutYes(Case current, IReadOnlyList<Approval> approvals) =>
        approvals.Count == 0 || current.Clauses is null
            ? current
            : current with
            {
                Clauses = [.. current.Clauses.Select(item => IsOf(item, approvals) ? Reopened(item) : item)],
            };

    public static bool IsOf(ClauseItem item, IReadOnlyList<Approval> approvals) =>
        item.State is ClauseState.Agreed or ClauseState.CoveredByTheirTerms
        && approvals.Any(approval => approval.By.Id == item.By?.Id && approval.At == item.At);

    /// <summary>The item as it is now, with what it was before as a step.</summary>
    public static ClauseItem After(ClauseItem before, ClauseItem after) =>
        after with
        {
            Before = [.. before.Before.TakeLast(MostSteps - 1), .. before.At is null ? Array.Empty<ClauseStep>() : [StepOf(before)]],
        };

    private static ClauseStep StepOf(ClauseItem item) => new(item.State, item.Document, item.Section, item.Words, item.By, item.At);

    /// <summary>Kept with the case; all of them are in its events.</summary>
    private const int MostSteps = 5;
}
