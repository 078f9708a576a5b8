namespace SupplierBot.Onboarding;

/// <summary>An approver records what they found out about an open point, and how they know. It counts at once.</summary>
internal static class Settling
{
    private const int LongestSource = 500;

    public static Outcome Handle(Hearing hearing)
    {
        if (Rights.Reviews(hearing) is { } refused) return refused;
        if (hearing.Case.Assessment.OpenPoints.Count == 0) return hearing.Refuse("settle.nothing_open");
        var source = hearing.Typed("source");
        var answers = OpenQuestions.Merge(hearing, OpenQuestions.Sent(hearing, hearing.Case.Assessment.OpenPoints));
        var nothing = answers.SameAs(hearing.Case.Answers);
        if (nothing && source.Length == 0 && !hearing.FromForm) return Outcome.Say(Forms.Settle(hearing, [], ""));
        if (Rights.Stale(hearing) is { } stale) return stale;
        if (nothing) return Outcome.Say(Forms.Settle(hearing, [], hearing.Say("settle.nothing_changed")));
        if (source.Length is 0 or > LongestSource) return Outcome.Say(Forms.Settle(hearing, [], hearing.Say("settle.source_missing")));
        var missing = OpenQuestions.Missing(hearing.Policy, answers);
        return missing.Count > 0 ? Outcome.Say(Forms.Settle(hearing, missing, hearing.Say("form.came_up"))) : Settled(hearing, answers, source);
    }

    private static Outcome Settled(Hearing hearing, Answers answers, string source)
    {
        var before = hearing.Case;
        var settled = answers.Ids.Where(id => !answers.Picked(id).SequenceEqual(before.Answers.Picked(id)))
            .Select(id => new Settlement(id, answers.Picked(id), source, hearing.Actor.Person, hearing.Now));
        var assessed = Reassessment.With(hearing, answers);
        var after = assessed with { Settlements = [.. before.Settlements, .. settled] };
        var fact = hearing.Fact(FactKind.Settled, source, [.. Reassessment.Details(before, after, hearing.Policy, hearing.Roles)]);
        return hearing.Accept(after, fact, hearing.Say("story.settled", ("name", hearing.Actor.Person.Name)), $"settle-{before.Id}-c{before.ContentVersion}-{hearing.Actor.Id}", hearing.Say("settle.saved", ("tier", CaseWords.Tier(after, hearing.Context))));
    }
}
