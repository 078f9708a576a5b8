using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>One required clause of a case with all that is shown and checked of it.</summary>
/// <param name="Number">1-based, in the order of the assessment.</param>
/// <param name="Firm">No reviewer can let it go.</param>
/// <param name="BeforeUse">It must be settled before use.</param>
/// <param name="NeedsSection">It counts only with its section.</param>
internal sealed record ClauseLine(
    int Number,
    RequiredClause Clause,
    ClauseItem Item,
    string Heading,
    bool Firm,
    bool BeforeUse,
    bool NeedsSection
)
{
    /// <summary>Neither settled nor with somebody who decides about a change or a gap.</summary>
    public bool IsOpen => Item.State is ClauseState.Open or ClauseState.Requested;

    /// <summary>
    /// Of the item that was on screen: a press that carries another one is answered with what it is now. The same item has the same stamp
    /// whoever looks at it.
    /// </summary>
    public string Stamp =>
        HashChain.Salted(
            Clause.Id,
            string.Join(
                '\n',
                [
                    $"{Item.State} {Item.Proposed} {Item.By?.Id} {Item.At?.UtcTicks} {Item.AcceptedBy?.Id} {Item.Until} {Item.Lapsed}",
                    Item.Document,
                    Item.Version,
                    Item.Section,
                    Item.Words,
                    .. Item.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
                ]
            )
        )[..12];
}

internal static class ClauseLines
{
    /// <summary>
    /// In the order of the assessment. Of a case from before there was a ledger all are open: what is written down of them changes nothing
    /// of what may be used.
    /// </summary>
    public static IReadOnlyList<ClauseLine> Of(CaseRequest request)
    {
        var current = request.Case.Clauses is null ? WithLedger(request) : request.Case;
        var needs = request.Case.Requirements;
        var firm = needs?.Firm ?? NotWaivableClauses.Of(request.Policy, current.Answers, current.Assessment);
        return
        [
            .. current.Assessment.Clauses.Select(
                (clause, at) =>
                    new ClauseLine(
                        at + 1,
                        clause,
                        current.Clauses!.FirstOrDefault(item => item.Clause == clause.Id) ?? new(clause.Id, ClauseState.Open),
                        request.Policy.Clauses.FirstOrDefault(one => one.Id == clause.Id)?.Heading ?? "",
                        firm.Contains(clause.Id),
                        needs?.Clauses.Contains(clause.Id) == true,
                        needs?.Sections.Contains(clause.Id) == true
                    )
            ),
        ];
    }

    public static ClauseLine? Find(CaseRequest request, string id) => Of(request).FirstOrDefault(line => line.Clause.Id == id);

    /// <summary>The case with these items in place of those that were.</summary>
    public static Case With(CaseRequest request, IReadOnlyCollection<ClauseItem> changed)
    {
        var items = Of(request).Select(line => changed.FirstOrDefault(item => item.Clause == line.Clause.Id) ?? line.Item);
        return request.Case with { Clauses = [.. items] };
    }

    private static Case WithLedger(CaseRequest request) => ClauseLedger.Fitted(request.Case, request.Policy) with { Requirements = null };
}
