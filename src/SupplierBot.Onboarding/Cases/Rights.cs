namespace SupplierBot.Onboarding;

/// <summary>Why somebody may not: null where they may. Checked when the press is handled, which is inside the commit's loop, not when the card was drawn.</summary>
internal static class Rights
{
    /// <summary>To say yes or no now.</summary>
    public static Outcome? Decides(Hearing hearing) =>
        Closed(hearing) ?? Interested(hearing) ?? AlreadyYes(hearing) ?? NotNow(hearing) ?? Stale(hearing);

    /// <summary>A no ends it, also from somebody who said yes before: the careful direction is always open.</summary>
    public static Outcome? Rejects(Hearing hearing) =>
        Closed(hearing) ?? Interested(hearing) ?? (hearing.Quorum.SaidYes(hearing.Actor.Id) ? null : NotNow(hearing)) ?? Stale(hearing);

    /// <summary>To ask, settle or claim: anybody with a part in the decision, also at a later step.</summary>
    public static Outcome? Reviews(Hearing hearing) =>
        Closed(hearing) ?? Interested(hearing) ?? (hearing.Quorum.Reviews(hearing.Actor.Id) ? null : NotApprover(hearing));

    /// <summary>To look after what was approved: confirm conditions, revoke.</summary>
    public static Outcome? Oversees(Hearing hearing) =>
        Interested(hearing) ?? (hearing.Quorum.Reviews(hearing.Actor.Id) ? null : NotApprover(hearing)) ?? Stale(hearing);

    public static Outcome? Closed(Hearing hearing)
    {
        if (hearing.Case.Decision is not { } decision) return null;
        var day = Dates.Day(decision.At, hearing.Context);
        return decision.Outcome == CaseStatus.Withdrawn
            ? hearing.Refuse("refusal.withdrawn", ("requester", decision.By.Name), ("day", day))
            : hearing.Refuse("refusal.already_decided", ("name", decision.By.Name), ("day", day), ("outcome", CaseWords.Outcome(hearing.Case, hearing.Context)));
    }

    public static Outcome? Stale(Hearing hearing) => hearing.Stale ? hearing.Refuse("refusal.stale") : null;

    private static Outcome? Interested(Hearing hearing) =>
        hearing.IsRequester ? hearing.Refuse("refusal.own_request", ("names", Deciders(hearing)))
        : hearing.IsOwner ? hearing.Refuse("refusal.owner", ("names", Deciders(hearing)))
        : null;

    private static Outcome? AlreadyYes(Hearing hearing)
    {
        var mine = hearing.Case.Approvals.FirstOrDefault(approval => hearing.Roles.Same(approval.By.Id, hearing.Actor.Id));
        return mine is null ? null : hearing.Refuse("refusal.already_yours", ("day", Dates.Day(mine.At, hearing.Context)), ("names", Deciders(hearing)));
    }

    private static Outcome? NotNow(Hearing hearing) => hearing.Quorum.SeatFor(hearing.Actor.Id) is null ? NotApprover(hearing) : null;

    private static Outcome NotApprover(Hearing hearing) => hearing.Show(NotApproverWords(hearing)) with { Refused = "refusal.not_approver" };

    public static string NotApproverWords(Hearing hearing) =>
        hearing.Say("refusal.not_approver", ("role", CaseWords.Role(hearing.Quorum.NextRole, hearing.Context)), ("names", Deciders(hearing)));

    /// <summary>Who can decide now; once it is decided, who holds the role.</summary>
    public static string Deciders(Hearing hearing) => CaseWords.Names(
        hearing.Case.IsOpen ? hearing.Quorum.Deciders : hearing.Roles.Of(hearing.Quorum.NextRole).Where(person => hearing.Quorum.Reviews(person.Id)),
        hearing.Context);
}
