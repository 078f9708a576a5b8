using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What an open case may grow to. It is kept as one row of 1 MiB, where a character can take twelve bytes
/// (src/SupplierBot.Storage/TABLES.md "Limits"); what is left above is for the decision and what follows it, so that no talk, however long,
/// makes a case undecidable.
/// </summary>
internal static class CaseSize
{
    private const int MostCharacters = 50_000;

    /// <summary>Names, times and numbers beside each text.</summary>
    private const int Frame = 250;

    /// <summary>
    /// Decisions always do, and so do answers: a person who was asked must not be closed for being silent, and only what fitted was asked.
    /// </summary>
    public static bool Fits(Case after, AuditEventKind change) =>
        !after.IsOpen || change == AuditEventKind.Replied || Characters(after) <= MostCharacters;

    private static int Characters(Case current) =>
        current.InformationRequests.Sum(informationRequest => Frame + informationRequest.Text.Length + informationRequest.Answer.Length)
        + current.ResolvedPoints.Sum(resolved => Frame + resolved.Source.Length)
        + current.Changes.Sum(change => Frame + change.From.Concat(change.To).Sum(text => text.Length))
        + current.Notifications.Sum(_ => Frame)
        + current.History.Sum(line => line.Words.Length + 40)
        + current.Approvals.Sum(approval => Frame + approval.Comment.Length + approval.TermsReference.Length)
        + current.ClauseChanges.Sum(change => Frame + change.Words.Length)
        + (current.Clauses ?? []).Sum(Characters)
        + current.Evidence.Sum(record => Frame + record.Issuer.Length + record.Link.Length + record.Place.Length + record.Gaps.Length)
        + (current.Contract is { } contract ? Characters(contract) : 0)
        + (current.TierChange is { } tier ? Frame + tier.Reason.Length : 0)
        + current.Conditions.Sum(condition => Frame + condition.Text.Length);

    private static int Characters(SupplierContract contract) =>
        Frame
        + contract.Reference.Length
        + contract.Parties.Length
        + contract.GoverningLaw.Length
        + contract.Value.Length
        + contract.Link.Length;

    /// <summary>Of an item that nobody touched nothing counts: there are as many as the policy requires.</summary>
    private static int Characters(ClauseItem item) =>
        item.At is null
            ? 0
            : Frame
                + item.Document.Length
                + item.Section.Length
                + item.Words.Length
                + item.Before.Sum(step => Frame + step.Document.Length + step.Section.Length + step.Words.Length);
}
