using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// Legal decides about changed clauses, and reads them on the card of the request: its yes in its own seat accepts them. What no reviewer
/// can let go, and what the policy lets nobody accept, it accepts one by one or not at all.
/// </summary>
internal static class AcceptedWithYes
{
    /// <summary>The detail of an approval that names them.</summary>
    public const string Detail = "accepted";

    /// <summary>
    /// Ids of the clauses that this person's yes accepts: those that stood on the card, but for what they name as changed or open
    /// themselves.
    /// </summary>
    public static IReadOnlyList<string> Of(CaseRequest request, Seat seat, TermsInput.Right terms)
    {
        var open = DecisionFields.OpenClauses(request);
        return terms.Terms == ContractTerms.Open && open.Count == 0
            ? []
            :
            [
                .. Accepted(request, seat)
                    .Select(line => line.Clause.Id)
                    .Where(id => !open.Contains(id) && !terms.Changes.Any(change => change.Clause == id)),
            ];
    }

    /// <summary>In the order of the assessment; none for who decides in another seat.</summary>
    public static IEnumerable<ClauseLine> Accepted(CaseRequest request, Seat? seat) =>
        Decided(request, seat).Where(line => !IsFirm(request, line));

    /// <summary>What somebody in Legal's seat decides about beside their yes.</summary>
    public static IEnumerable<ClauseLine> LeftOut(CaseRequest request, Seat? seat) =>
        Decided(request, seat).Where(line => IsFirm(request, line));

    public static Case With(Case after, IReadOnlyList<string> accepted, Approval approval) =>
        accepted.Count == 0
            ? after
            : after with
            {
                Clauses =
                [
                    .. after.Clauses!.Select(item =>
                        accepted.Contains(item.Clause) ? item with { AcceptedBy = approval.By, AcceptedAt = approval.At } : item
                    ),
                ],
            };

    private static IEnumerable<ClauseLine> Decided(CaseRequest request, Seat? seat) =>
        seat is { Role: var role } && role == request.Policy.Agreements.LegalRole
            ? ClauseLines.Of(request).Where(line => line.Item.State == ClauseState.Changed && ClauseRights.MayAccept(request, line.Item))
            : [];

    private static bool IsFirm(CaseRequest request, ClauseLine line) =>
        line.Firm || request.Policy.Agreements.Acceptance?.Never.Contains(line.Clause.Id) == true;
}
