using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>Who may say something of a supplier on the register, and of which case: null where nothing is in the way.</summary>
internal static class EntryRights
{
    /// <summary>By whoever asked, the owner and those who decide; of the case behind the register line.</summary>
    public static Outcome? Refusal(CaseRequest request) => request switch
    {
        { IsRequester: false, IsOwner: false } when !request.Roles.Decides(request.Actor.Id) => request.Refuse("renew.not_yours", ("owner", request.Case.Owner.Name)),
        { Case.Offboarding.EndedAt: { } ended } => request.Refuse("exit.ended_already", ("day", Dates.Day(ended, request.Context))),
        { Case.IsOpen: true } => request.Refuse(request.Case.ReviewOrigin is null ? "renew.being_checked" : "renew.under_way", ("id", request.Case.Id)),
        { Case.MayBeInUse: false } => request.Refuse("renew.not_in_use"),
        { State.Entry: var line } when line?.CaseId != request.Case.Id => request.Refuse("renew.newer", ("id", line?.CaseId ?? "")),
        _ => null,
    };

    /// <summary>Two things are not begun about one line at once.</summary>
    public static Outcome? UnderReview(CaseRequest request) => request.State.Entry?.Review is { } review ? request.Refuse("renew.under_way", ("id", review.CaseId)) : null;
}
