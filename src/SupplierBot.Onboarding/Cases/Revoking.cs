namespace SupplierBot.Onboarding;

/// <summary>An approval taken back, by somebody who may give one.</summary>
internal static class Revoking
{
    public static Outcome Handle(Hearing hearing)
    {
        if (!hearing.Case.IsApproved) return Rights.Closed(hearing) ?? hearing.Refuse("revoke.not_approved");
        if (Rights.Oversees(hearing) is { } refused) return refused;
        var reason = hearing.Typed("comment");
        if (reason.Length == 0 && !hearing.FromForm) return Outcome.Say(Forms.Revoke(hearing, ""));
        return Lengths.Problem(reason, hearing) is { Length: > 0 } problem ? Outcome.Say(Forms.Revoke(hearing, problem)) : Revoked(hearing, reason);
    }

    private static Outcome Revoked(Hearing hearing, string reason)
    {
        var current = hearing.Case;
        var after = (current with
        {
            Status = CaseStatus.Revoked,
            Decision = new(CaseStatus.Revoked, hearing.Actor.Person, hearing.Now, reason),
        }).Tell(ToldKind.Revoked, current.ContentVersion, current.Affected());
        return hearing.Accept(after, hearing.Fact(FactKind.Revoked, reason), hearing.Say("story.revoked", ("name", hearing.Actor.Person.Name)), $"revoke-{current.Id}", Reviewing.Confirmation);
    }
}
