using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Who adds documents and who says whether they are enough: null where nothing is in the way.</summary>
internal static class EvidenceRights
{
    /// <summary>By who asked, who owns it and those who decide: what somebody knows of a document helps, whoever they are.</summary>
    public static Outcome? Adds(CaseRequest request) => Adds(request, "evidence");

    /// <param name="what">Begins the keys of its words.</param>
    public static Outcome? Adds(CaseRequest request, string what) =>
        Closed(request, what)
        ?? (
            request.IsRequester || request.IsOwner || request.Roles.Decides(request.Actor.Id)
                ? null
                : request.Refuse($"{what}.not_yours", ("owner", request.Case.Owner.Name))
        );

    /// <summary>
    /// Somebody with a part in the decision, also after it. A document is added while others read, so that an older card counts: what was
    /// on screen is the document itself.
    /// </summary>
    public static Outcome? Judges(CaseRequest request, EvidenceRecord record) =>
        Closed(request, "evidence")
        ?? Rights.Interested(request)
        ?? (request.Quorum.Reviews(request.Actor.Id) ? null : Rights.NotApprover(request))
        ?? (IsOwnWork(request, record) ? request.Refuse("evidence.own", ("names", Others(request, record))) : null);

    /// <summary>Neither who added it nor who has their part from them, as long as anybody else could.</summary>
    private static bool IsOwnWork(CaseRequest request, EvidenceRecord record) =>
        !Quorum.Judging(record.AddedBy.Id, request.Case, request.Roles).Reviews(request.Actor.Id) && Others(request, record).Length > 0;

    private static string Others(CaseRequest request, EvidenceRecord record)
    {
        var judging = Quorum.Judging(record.AddedBy.Id, request.Case, request.Roles);
        var others = request
            .Roles.Holders.Values.SelectMany(holders => holders)
            .DistinctBy(person => request.Roles.Canonical(person.Id))
            .Where(person => judging.Reviews(person.Id))
            .ToList();
        return others.Count == 0 ? "" : CaseTexts.Names(others, request.Context);
    }

    private static Outcome? Closed(CaseRequest request, string what) =>
        request.Case switch
        {
            { Replaced: true } when request.State.Entry?.CaseId is { } newer && newer != request.Case.Id => request.Refuse(
                "renew.newer",
                ("id", newer)
            ),
            { Offboarding.EndedAt: { } ended } => request.Refuse("exit.ended_already", ("day", Dates.Day(ended, request.Context))),
            { IsOpen: false, IsApproved: false } => request.Refuse($"{what}.over"),
            _ => null,
        };
}
