namespace SupplierBot.Onboarding;

/// <summary>The end of a supplier: three things are done and proved, somebody of security confirms, and the line says when it ended.</summary>
internal static class Exiting
{
    public static Outcome Handle(Hearing hearing)
    {
        if ((InUse.Refusal(hearing) ?? InUse.UnderReview(hearing)) is { } refused) return refused;
        if (!hearing.FromForm) return Outcome.Say(Forms.Exit(hearing, ""));
        var (access, data, moved) = (hearing.Typed("exit_access"), hearing.Typed("exit_data"), hearing.Typed("exit_moved"));
        if (new[] { access, data, moved }.FirstOrDefault(text => text.Length > Lengths.Most) is { } long_) return Outcome.Say(Forms.Exit(hearing, Lengths.TooLong(long_, hearing)));
        if (access.Length + data.Length + moved.Length == 0) return Outcome.Say(Forms.Exit(hearing, hearing.Say("exit.empty")));
        var begun = hearing.Case.Leaving ?? new(hearing.Actor.Person, hearing.Now, "", "", "", null, null, null);
        var said = begun with { Access = access, Data = data, Moved = moved };
        return said == hearing.Case.Leaving ? Outcome.Say(Forms.Exit(hearing, hearing.Say("exit.unchanged"))) : Said(hearing, said);
    }

    /// <summary>By somebody who may decide and did not report it.</summary>
    public static Outcome Confirm(Hearing hearing)
    {
        if (hearing.Case.Leaving is not { Complete: true } leaving) return hearing.Refuse("exit.nothing");
        if (leaving.EndedAt is { } ended) return hearing.Refuse("exit.ended_already", ("day", Dates.Day(ended, hearing.Context)));
        if (Rights.Confirms(hearing, leaving.ReportedBy) is { } refused) return refused;
        var after = (hearing.Case with { Leaving = leaving with { EndedBy = hearing.Actor.Person, EndedAt = hearing.Now } }).Tell(ToldKind.Ended, 1, hearing.Case.Affected());
        return hearing.Accept(after, hearing.Fact(FactKind.Terminated), hearing.Say("story.ended", ("name", hearing.Actor.Person.Name)), $"ended-{hearing.Case.Id}", hearing.Say("exit.done"));
    }

    private static Outcome Said(Hearing hearing, Leaving said)
    {
        var first = hearing.Case.Leaving is null;
        var leaving = said with { ReportedBy = said.Complete ? hearing.Actor.Person : null };
        var after = hearing.Case with { Leaving = leaving };
        if (leaving.Complete) after = after.TellGroup(ToldKind.LeavingReported, hearing.Case.FactCount + 1, ToldGroup.Security, hearing.Roles, but: hearing.Actor.Id);
        var fact = hearing.Fact(
            first ? FactKind.ExitStarted : FactKind.ExitReported, string.Join('\n', leaving.Access, leaving.Data, leaving.Moved),
            ("access", Done(leaving.Access)), ("data", Done(leaving.Data)), ("moved", Done(leaving.Moved)));
        var story = hearing.Say(leaving.Complete ? "story.exit_reported" : first ? "story.exit_started" : "story.exit_more", ("name", hearing.Actor.Person.Name));
        return hearing.Accept(after, fact, story, hearing.FormOperation, heard => leaving.Complete
            ? CaseViews.For(heard, heard.Say("exit.reported", ("names", CaseWords.Names(heard.Roles.Of(Roles.Security), heard.Context))))
            : Forms.Exit(heard, heard.Say("exit.saved")));
    }

    private static string Done(string proof) => proof.Length > 0 ? "done" : "open";
}
