using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Agreements;

public enum UseGapKind
{
    Clause,
    Document,

    /// <summary>One of several documents.</summary>
    AnyDocument,
}

/// <summary>Whose move it is.</summary>
public enum UseGapHolder
{
    Owner,
    Reviewers,
    Legal,
    RiskOwner,
}

/// <summary>Something without which what is approved may not be used.</summary>
/// <param name="Id">Of the clause or the document; of several the first.</param>
/// <param name="Lapsed">It was settled, and its time has passed.</param>
public sealed record UseGap(UseGapKind Kind, string Id, UseGapHolder Holder, bool Lapsed);

/// <summary>Whether what is approved may be used: from the case alone (Policies/README.md "Before use").</summary>
public static class UseGate
{
    /// <summary>What is missing, in the order of the policy; nothing where it may be used.</summary>
    /// <param name="today">Dates count from this day on, also where the clock has not been by yet; null for what the clock has
    /// noted.</param>
    public static IReadOnlyList<UseGap> Gaps(Case current, DateOnly? today = null)
    {
        if (current.Requirements is not { } needs)
            return [];
        var gaps = new List<UseGap>();
        foreach (var id in needs.Clauses)
        {
            var item = current.Clauses?.FirstOrDefault(one => one.Clause == id) ?? new ClauseItem(id, ClauseState.Open);
            if (!Settles(item, needs, today))
                gaps.Add(new(UseGapKind.Clause, id, HolderOf(item), item.Lapsed || item.Until < today));
        }
        foreach (var id in needs.Documents)
        {
            if (!Good([id], current, today))
                gaps.Add(new(UseGapKind.Document, id, HolderOf([id], current), Lapsed([id], current, today)));
        }
        if (needs.OneOf.Count > 0 && !Good(needs.OneOf, current, today))
            gaps.Add(new(UseGapKind.AnyDocument, needs.OneOf[0], HolderOf(needs.OneOf, current), Lapsed(needs.OneOf, current, today)));
        return gaps;
    }

    /// <summary>The last day on which all that use needs is in date; null where nothing of it ends, or something is missing.</summary>
    public static DateOnly? ProofUntil(Case current)
    {
        if (current.Requirements is not { } needs || Gaps(current).Count > 0)
            return null;
        var gaps = needs
            .Clauses.Select(id => current.Clauses?.FirstOrDefault(one => one.Clause == id))
            .Where(item => item?.State == ClauseState.RiskAccepted)
            .Select(item => item!.Until);
        var documents = needs.Documents.Select(id => (IReadOnlyList<string>)[id]).Append(needs.OneOf).Where(kinds => kinds.Count > 0);
        return gaps.Concat(documents.Select(kinds => LastDay(kinds, current))).Min();
    }

    private static DateOnly? LastDay(IReadOnlyList<string> kinds, Case current)
    {
        var good = current.Evidence.Where(record => kinds.Contains(record.Kind) && record.IsGood).Select(record => record.LastDay).ToList();
        return good.Contains(null) ? null : good.Max();
    }

    /// <summary>Nobody recorded what was agreed: it was approved before the bot kept that.</summary>
    public static bool IsUnrecorded(Case current) => current.Requirements is null && !current.IsOpen;

    private static bool Settles(ClauseItem item, UseRequirements needs, DateOnly? today) =>
        item.IsSettled
        && (item.State != ClauseState.RiskAccepted || today is null || item.Until >= today)
        && (
            !needs.Sections.Contains(item.Clause)
            || item.Section.Length > 0
            || item.State is not (ClauseState.Agreed or ClauseState.CoveredByTheirTerms)
        );

    private static UseGapHolder HolderOf(ClauseItem item) =>
        item switch
        {
            { State: ClauseState.Changed } => UseGapHolder.Legal,
            { State: ClauseState.Refused or ClauseState.RiskAccepted } => UseGapHolder.RiskOwner,
            { Proposed: not null } => UseGapHolder.Reviewers,
            _ => UseGapHolder.Owner,
        };

    private static bool Good(IReadOnlyList<string> kinds, Case current, DateOnly? today) =>
        current.Evidence.Any(record => kinds.Contains(record.Kind) && record.IsGood && !(record.LastDay < today));

    private static bool Lapsed(IReadOnlyList<string> kinds, Case current, DateOnly? today) =>
        current.Evidence.Any(record =>
            kinds.Contains(record.Kind)
            && record.Verdict is EvidenceVerdict.Sufficient or EvidenceVerdict.SufficientWithGaps
            && (record.Expired || record.LastDay < today)
        );

    private static UseGapHolder HolderOf(IReadOnlyList<string> kinds, Case current) =>
        current.Evidence.Any(record => kinds.Contains(record.Kind) && record is { Verdict: null, Expired: false })
            ? UseGapHolder.Reviewers
            : UseGapHolder.Owner;
}

/// <summary>How many gaps wait for the same people.</summary>
public sealed record UseGapCount(UseGapHolder Holder, int Clauses, int Documents)
{
    public static IReadOnlyList<UseGapCount> Of(IReadOnlyList<UseGap> gaps) =>
        [
            .. gaps.GroupBy(gap => gap.Holder)
                .OrderBy(group => group.Key)
                .Select(group => new UseGapCount(
                    group.Key,
                    group.Count(gap => gap.Kind == UseGapKind.Clause),
                    group.Count(gap => gap.Kind != UseGapKind.Clause)
                )),
        ];
}
