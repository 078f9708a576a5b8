namespace SupplierBot.Onboarding;

/// <summary>What happens while a supplier is in use, as dated facts: looked after, its report read, an incident.</summary>
internal static class Noting
{
    public static Outcome Checked(Hearing hearing) => Noted(hearing, FactKind.Checked, hearing.Case with { CheckedAt = hearing.Case.CheckedAt ?? hearing.Now });

    public static Outcome ReportSeen(Hearing hearing) => Noted(hearing, FactKind.ReportSeen, hearing.Case with { ReportsSeen = hearing.Case.ReportsSeen + 1 });

    /// <summary>Told by the place of its line in the story. Whoever looks after it and security hear of it at once; whether it has to be reviewed they say.</summary>
    public static Outcome Incident(Hearing hearing) => Noted(hearing, FactKind.IncidentNoted, hearing.Case.TellGroup(
        ToldKind.Incident, hearing.Case.Story.Count, ToldGroup.Security, hearing.Roles, hearing.Case.Affected(), but: hearing.Actor.Id));

    private static Outcome Noted(Hearing hearing, FactKind kind, Case after)
    {
        if (InUse.Refusal(hearing) is { } refused) return refused;
        var words = hearing.Typed("note_text");
        if (words.Length == 0 && !hearing.FromForm) return Outcome.Say(Forms.Note(hearing, ""));
        if (Lengths.Problem(words, hearing) is { Length: > 0 } problem) return Outcome.Say(Forms.Note(hearing, problem));
        var story = hearing.Say($"story.{kind}", ("name", hearing.Actor.Person.Name), ("text", Texts.Clip(words, 200)));
        var thanks = hearing.Say("note.thanks");
        return hearing.Case.Story.LastOrDefault(line => line.Words == story) is { } before && Repeating.Asks(hearing, before.At, "note") is { } question
            ? Repeating.Asked(hearing, Forms.NoteAgain(hearing, question), thanks)
            : hearing.Accept(after, hearing.Fact(kind, words), story, hearing.FormOperation, thanks);
    }
}
