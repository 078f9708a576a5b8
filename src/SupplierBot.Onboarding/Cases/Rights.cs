namespace SupplierBot.Onboarding;

/// <summary>Why somebody may not: null where they may. Checked when the press is handled, which is inside the commit's loop, not when the card was drawn.</summary>
internal static class Rights
{
    /// <summary>To say yes or no now.</summary>
    public static Outcome? Decides(Hearing hearing) =>
        Closed(hearing) ?? Interested(hearing) ?? AlreadyYes(hearing) ?? NotNow(hearing) ?? Stale(hearing);

    /// <summary>A no ends it, also from somebody who said yes before: the careful direction is always open.</summary>
    public static Outcome? Rejects(Hearing hearing) =>
        Closed(hearing) ?? Interested(hearing) ?? (MayTurn(hearing) ? null : NotNow(hearing)) ?? Stale(hearing);

    /// <summary>To ask, settle or claim: anybody with a part in the decision, also at a later step.</summary>
    public static Outcome? Reviews(Hearing hearing) =>
        Closed(hearing) ?? Interested(hearing) ?? (hearing.Quorum.Reviews(hearing.Actor.Id) ? null : NotApprover(hearing));

    /// <summary>To look after what was approved: confirm conditions, revoke.</summary>
    public static Outcome? Oversees(Hearing hearing) =>
        Interested(hearing) ?? (hearing.Quorum.Reviews(hearing.Actor.Id) ? null : NotApprover(hearing)) ?? Stale(hearing);

    /// <summary>To confirm what somebody reported: neither they do it nor whoever decides because of them.</summary>
    public static Outcome? Confirms(Hearing hearing, Person? reporter) =>
        Oversees(hearing) ?? (reporter is not { } other || Quorum.Judging(other.Id, hearing.Case, hearing.Roles).Reviews(hearing.Actor.Id) ? null : hearing.Refuse("confirm.own"));

    /// <summary>To say who looks at it: admins, and whoever may look at it themselves.</summary>
    public static Outcome? Assigns(Hearing hearing) =>
        hearing.Roles.Admins.Any(admin => admin.Id == hearing.Actor.Id) ? Closed(hearing) ?? Interested(hearing) : Reviews(hearing);

    public static Outcome? Closed(Hearing hearing)
    {
        if (hearing.Case.Decision is not { } decision) return null;
        var day = Dates.Day(decision.At, hearing.Context);
        return decision.Outcome == CaseStatus.Withdrawn
            ? hearing.Refuse("refusal.withdrawn", ("requester", decision.By.Name), ("day", day))
            : hearing.Refuse("refusal.already_decided", ("name", decision.By.Name), ("day", day), ("outcome", CaseWords.Outcome(hearing.Case, hearing.Context)));
    }

    /// <summary>Also of a press that names no version: what was on screen is not known.</summary>
    public static Outcome? Stale(Hearing hearing) => hearing.Stale ? hearing.Refuse("refusal.stale") : null;

    private static Outcome? Interested(Hearing hearing) => hearing.Quorum.ConflictOf(hearing.Actor.Person) switch
    {
        null => null,
        { Through: null, AsOwner: false } => hearing.Refuse("refusal.own_request", ("names", Deciders(hearing))),
        { Through: null } => hearing.Refuse("refusal.owner", ("names", Deciders(hearing))),
        { Through: { } through } conflict => hearing.Refuse(
            $"refusal.{CaseWords.HandedOn(conflict)}", ("name", through.By.Name), ("names", Deciders(hearing))),
    };

    /// <summary>Who said yes, themselves or by somebody in their place, and still has a part.</summary>
    private static bool MayTurn(Hearing hearing) =>
        hearing.Quorum.Reviews(hearing.Actor.Id) && (hearing.Quorum.SaidYes(hearing.Actor.Id) || hearing.Quorum.InTheirPlace(hearing.Actor.Id) is not null);

    private static Outcome? AlreadyYes(Hearing hearing)
    {
        var mine = hearing.Case.Approvals.FirstOrDefault(approval => hearing.Roles.Same(approval.By.Id, hearing.Actor.Id));
        return mine is null ? null : hearing.Refuse("refusal.already_yours", ("day", Dates.Day(mine.At, hearing.Context)), ("names", Deciders(hearing)));
    }

    private static Outcome? NotNow(Hearing hearing) =>
        hearing.Quorum.SeatFor(hearing.Actor.Id) is not null ? null
        : hearing.Quorum.InTheirPlace(hearing.Actor.Id) is { } yes ? hearing.Refuse("refusal.one_part", ("name", yes.By.Name), ("day", Dates.Day(yes.At, hearing.Context)), ("names", Deciders(hearing)))
        : NotApprover(hearing);

    private static Outcome NotApprover(Hearing hearing) => hearing.Show(NotApproverWords(hearing)) with { Refused = "refusal.not_approver" };

    public static string NotApproverWords(Hearing hearing) =>
        hearing.Say("refusal.not_approver", ("role", CaseWords.Role(hearing.Quorum.NextRole, hearing.Context)), ("names", Deciders(hearing)));

    /// <summary>Who can decide now; once it is decided, who holds the role.</summary>
    public static string Deciders(Hearing hearing)
    {
        var quorum = hearing.Quorum;
        return CaseWords.Names(hearing.Case.IsOpen ? quorum.Deciders : hearing.Roles.Of(quorum.NextRole).Where(person => quorum.Reviews(person.Id)), hearing.Context);
    }
}
