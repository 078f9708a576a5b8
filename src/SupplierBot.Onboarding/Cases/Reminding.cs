namespace SupplierBot.Onboarding;

/// <summary>The requester asks those who are waited for, at most once a day; anybody else is told who that is.</summary>
internal static class Reminding
{
    public static Outcome Handle(Hearing hearing)
    {
        if (Rights.Closed(hearing) is { } closed) return closed;
        if (!hearing.IsRequester) return WaitedFor(hearing, "review.waiting_for");
        if (hearing.Case.Enquiries.FirstOrDefault(enquiry => enquiry.Waiting) is { } enquiry) return hearing.Refuse("remind.yours", ("name", enquiry.By.Name));
        var day = Day(hearing.Context);
        if (hearing.Case.Told.Any(told => told.Kind == ToldKind.Nudged && told.Number == day)) return WaitedFor(hearing, "remind.today");
        var waited = Reviewing.Current(hearing.Case, hearing.Context) is { } claim ? [claim.By] : hearing.Quorum.Deciders;
        if (waited.Count == 0) return WaitedFor(hearing, "review.waiting_for");
        return hearing.Accept(
            Reviewing.Current(hearing.Case, hearing.Context) is { } claimed ? hearing.Case.Tell(ToldKind.Nudged, day, claimed.By) : hearing.Case.TellGroup(ToldKind.Nudged, day, ToldGroup.Deciders, hearing.Roles),
            hearing.Fact(FactKind.Reminded, "", ("day", CaseWords.Number(day))),
            hearing.Say("story.nudged", ("name", hearing.Actor.Person.Name)),
            $"nudge-{hearing.Case.Id}-{day}",
            hearing.Say("remind.done", ("names", CaseWords.Names(waited, hearing.Context))));
    }

    private static int Day(Context context) => Moments.NumberOf(context.Calendar.Today(context.Now));

    private static Outcome WaitedFor(Hearing hearing, string key) => hearing.Refuse(key, ("names", Rights.Deciders(hearing)), ("due", Dates.Day(hearing.Case.DueAt, hearing.Context)));
}
