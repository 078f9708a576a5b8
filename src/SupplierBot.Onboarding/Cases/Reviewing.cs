namespace SupplierBot.Onboarding;

/// <summary>The way to the deciding view, the claim, and what a reviewer hears after deciding.</summary>
internal static class Reviewing
{
    public static Outcome Open(Hearing hearing) =>
        Rights.Reviews(hearing)
        ?? (hearing.Quorum.SeatFor(hearing.Actor.Id) is null ? Rights.Decides(hearing.Afresh) : null)
        ?? Outcome.Say(DecidingCard.Show(hearing, "", decides: true));

    public static Outcome Claim(Hearing hearing)
    {
        if (Rights.Reviews(hearing) is { } refused) return refused;
        if (Current(hearing.Case, hearing.Context) is { } claim)
        {
            return claim.By.Id == hearing.Actor.Id ? hearing.Refuse("claim.yours") : hearing.Refuse("claim.taken", ("name", claim.By.Name), ("at", Dates.Time(claim.At, hearing.Context)));
        }
        var after = hearing.Case with { Claim = new(hearing.Actor.Person, hearing.Now) };
        return hearing.Accept(after, hearing.Fact(FactKind.Claimed), hearing.Say("story.claimed", ("name", hearing.Actor.Person.Name)), null, hearing.Say("claim.yours"));
    }

    /// <summary>A claim lapses after one working day, so that nothing waits for somebody who is away.</summary>
    public static Claim? Current(Case current, Context context) =>
        current.Claim is { } claim && context.Now <= context.Calendar.DueAfter(claim.At, 1) ? claim : null;

    /// <summary>"Done. Rita has been told.", on the decided card, with the next one that waits.</summary>
    public static View Confirmation(Hearing hearing) => DecidedCard.Show(hearing, hearing.Say("decided.done", ("requester", hearing.Case.Requester.Name)), Next(hearing));

    private static CaseLine? Next(Hearing hearing) => hearing.Desk.Pending.Concat(hearing.Desk.Cases)
        .Where(line => line.Id != hearing.Case.Id && line.Status == CaseStatus.InReview && line.Requester.Id != hearing.Actor.Id && hearing.Roles.Holds(hearing.Actor.Id, line.NextRole))
        .MinBy(line => line.DueAt);
}
