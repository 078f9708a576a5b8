namespace SupplierBot.Onboarding;

/// <summary>Who may say something of a supplier on the register, and of which case: null where nothing is in the way.</summary>
internal static class InUse
{
    /// <summary>By whoever asked, the owner and those who decide; of the case behind the register line.</summary>
    public static Outcome? Refusal(Hearing hearing) => hearing switch
    {
        { IsRequester: false, IsOwner: false } when !hearing.Roles.Decides(hearing.Actor.Id) => hearing.Refuse("renew.not_yours", ("owner", hearing.Case.Owner.Name)),
        { Case.Leaving.EndedAt: { } ended } => hearing.Refuse("exit.ended_already", ("day", Dates.Day(ended, hearing.Context))),
        { Case.IsOpen: true } => hearing.Refuse(hearing.Case.Renewal is null ? "renew.being_checked" : "renew.under_way", ("id", hearing.Case.Id)),
        { Case.MayBeInUse: false } => hearing.Refuse("renew.not_in_use"),
        { Desk.Entry: var line } when line?.CaseId != hearing.Case.Id => hearing.Refuse("renew.newer", ("id", line?.CaseId ?? "")),
        _ => null,
    };

    /// <summary>Two things are not begun about one line at once.</summary>
    public static Outcome? UnderReview(Hearing hearing) => hearing.Desk.Entry?.Review is { } review ? hearing.Refuse("renew.under_way", ("id", review.CaseId)) : null;
}
