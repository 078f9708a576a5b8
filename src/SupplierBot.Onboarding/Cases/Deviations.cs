namespace SupplierBot.Onboarding;

/// <summary>What is done differently from the rule, for people to read and for the record: seats nobody can take, and who took one all the same.</summary>
internal static class Deviations
{
    /// <summary>Those of the case with the seats as they are now: a role can be emptied, or held again, while a request is open.</summary>
    public static IReadOnlyList<string> Now(Case current, Context context) => current.IsOpen
        ? [.. current.Deviations.Except(current.Assessment.Approvals.Select(seat => LeftOut(seat.Role, context))), .. OfSeats(current.Assessment, context)]
        : current.Deviations;

    public static IEnumerable<string> OfSeats(Assessment assessment, Context context) => SeatRules.NotConfigured(assessment, context.Roles).Select(role => LeftOut(role, context));

    /// <summary>A seat that was taken in another way than by the role's own holder.</summary>
    public static IEnumerable<string> OfYes(Hearing hearing, Seat seat)
    {
        var (name, role) = (hearing.Actor.Person.Name, CaseWords.Role(seat.Role, hearing.Context));
        if (hearing.Quorum.Helping(seat, hearing.Actor.Id)) yield return hearing.Say("deviation.ciso_helps", ("name", name), ("role", role));
        if (hearing.Quorum.PartFor(seat, hearing.Actor.Id) is { } part && hearing.Quorum.PatronOf(part) is { GivenAt: { } at } patron)
            yield return hearing.Say("deviation.appointed", ("name", name), ("role", role), ("by", patron.By.Name), ("day", Dates.Day(at, hearing.Context)));
    }

    /// <summary>For the auditor: roles that were asked for and held by nobody, and how many of the seats could be filled where not all could.</summary>
    public static IEnumerable<(string Name, string Value)> Details(Case current, Roles roles)
    {
        var left = SeatRules.NotConfigured(current.Assessment, roles).ToList();
        if (left.Count > 0) yield return ("not_held", string.Join(',', left));
        if (Quorum.Of(current, roles) is { Possible: false } quorum) yield return ("fillable", $"{CaseWords.Number(quorum.Fillable)} of {CaseWords.Number(quorum.Needed)}");
    }

    /// <inheritdoc cref="Details"/>
    public static IEnumerable<(string Name, string Value)> DetailsOfYes(Hearing hearing, Seat seat, Approval approval)
    {
        if (hearing.Quorum.Helping(seat, hearing.Actor.Id)) yield return ("as", Roles.Ciso);
        if (approval.InPlaceOf is { } others) yield return ("in_place_of", string.Join(',', others));
        foreach (var detail in Details(hearing.Case, hearing.Roles)) yield return detail;
    }

    private static string LeftOut(string role, Context context) => context.Wording.Fill("deviation.not_configured", ("role", CaseWords.Role(role, context)));
}
