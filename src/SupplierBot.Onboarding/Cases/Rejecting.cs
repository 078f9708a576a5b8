namespace SupplierBot.Onboarding;

/// <summary>One no, with its reason, ends the request.</summary>
internal static class Rejecting
{
    public static Outcome Handle(Hearing hearing)
    {
        if (Rights.Rejects(hearing) is { } refused) return Forms.Anew(hearing, Rights.Rejects, Forms.Reject) ?? refused;
        var reason = hearing.Typed("comment");
        if (reason.Length == 0 && !hearing.FromForm) return Outcome.Say(Forms.Reject(hearing, ""));
        return Lengths.Problem(reason, hearing) is { Length: > 0 } problem ? Outcome.Say(Forms.Reject(hearing, problem)) : Rejected(hearing, reason);
    }

    private static Outcome Rejected(Hearing hearing, string reason)
    {
        var current = hearing.Case;
        var after = (current with
        {
            Status = CaseStatus.Rejected,
            Decision = new(CaseStatus.Rejected, hearing.Actor.Person, hearing.Now, reason),
        }).Tell(ToldKind.Rejected, current.ContentVersion, current.Affected());
        if (current.Renewal is not null) after = after.TellGroup(ToldKind.Rejected, current.ContentVersion, ToldGroup.Ciso, hearing.Roles);
        var fact = hearing.Fact(FactKind.Rejected, reason, ("content", Digest.Of(current, hearing.Policy)));
        return hearing.Accept(after, fact, hearing.Say("story.rejected", ("name", hearing.Actor.Person.Name)), $"reject-{current.Id}-c{current.ContentVersion}-{hearing.Actor.Id}", Reviewing.Confirmation);
    }
}
