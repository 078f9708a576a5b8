namespace SupplierBot.Onboarding;

/// <summary>Out of office, said in chat by whoever holds a role, for themselves: with somebody who decides in their place, or without. Pure.</summary>
internal static class Delegating
{
    public static RoleOutcome Handle(RoleBook book, Staff staff, Command command, Actor actor, Context context)
    {
        var today = context.Calendar.Today(context.Now);
        var roles = RolesOf(staff, book, actor.Id, today);
        if (command is Command.Return) return Absences.Of(actor.Id, book.Away, today) is { } over ? Back(book, over, staff, roles, context) : RoleBooks.Refused(context, "away.not_away");
        if (roles.Count == 0) return RoleBooks.Refused(context, "away.no_role");
        return command switch
        {
            Command.Delegate(var name, var until) => Delegated(book, staff, name, until, roles, actor, context),
            Command.Away(var until) => Away(book, staff, until, roles, actor, context),
            _ => new(null),
        };
    }

    private static RoleOutcome Delegated(RoleBook book, Staff staff, string name, string until, IReadOnlyList<string> roles, Actor actor, Context context)
    {
        if (Problem(until, context, out var day) is { } wrong) return wrong;
        if (RoleBooks.Named(name, $"delegate to {{0}} until {until}", staff, actor, context, out var person) is { } unclear) return unclear;
        if (staff.Roles.Same(person.Id, actor.Id)) return RoleBooks.Refused(context, "delegate.oneself");
        if (Absences.Of(person.Id, book.Away, context.Calendar.Today(context.Now)) is { } away) return RoleBooks.Refused(context, "delegate.away_too", ("name", person.Name), ("day", Dates.Day(away.Until, context)));
        if (roles.FirstOrDefault(role => staff.Roles.Holds(person.Id, role)) is { } held) return RoleBooks.Refused(context, "delegate.holds_it", ("name", person.Name), ("role", CaseWords.Role(held, context)));
        return Changed(book, new(actor.Person, person, day), roles, FactKind.Delegated, BulletinKind.Delegated, "away.story_delegated", "away.done_delegated", [person, .. Beside(roles, staff), .. staff.Roles.Admins], context);
    }

    private static RoleOutcome Away(RoleBook book, Staff staff, string until, IReadOnlyList<string> roles, Actor actor, Context context)
    {
        if (Problem(until, context, out var day) is { } wrong) return wrong;
        var alone = roles.FirstOrDefault(role => staff.Roles.Of(role).All(holder => holder.Id == actor.Id) && staff.Roles.DeputiesOf(role).Count == 0);
        if (alone is not null) return RoleBooks.Refused(context, "away.alone", ("role", CaseWords.Role(alone, context)));
        var deputies = roles.SelectMany(staff.Roles.DeputiesOf);
        return Changed(book, new(actor.Person, null, day), roles, FactKind.WentAway, BulletinKind.WentAway, "away.story_away", "away.done_away", [.. Beside(roles, staff), .. deputies, .. staff.Roles.Admins], context);
    }

    /// <summary>Who decides beside somebody hears who does so in their place, and until when.</summary>
    private static IEnumerable<Person> Beside(IReadOnlyList<string> roles, Staff staff) => roles.SelectMany(staff.Everybody);

    private static RoleOutcome Back(RoleBook book, Absence over, Staff staff, IReadOnlyList<string> roles, Context context) => Changed(
        book, over, roles, FactKind.CameBack, BulletinKind.CameBack, "away.story_back", "away.done_back", [.. over.Delegate is { } stood ? [stood] : Array.Empty<Person>(), .. Beside(roles, staff)], context);

    /// <summary>A day from today on, within a year.</summary>
    private static RoleOutcome? Problem(string typed, Context context, out DateOnly day)
    {
        var today = context.Calendar.Today(context.Now);
        var read = TypedDay.Read(typed, today);
        day = read is TypedDay.Sure sure ? sure.Day : default;
        return read switch
        {
            TypedDay.Either either => RoleBooks.Refused(
                context, "away.day_either", ("day", Texts.Clip(typed, 40)), ("first", Dates.Whole(either.First)), ("second", Dates.Whole(either.Second)), ("example", Dates.Value(either.First))),
            TypedDay.Unread => RoleBooks.Refused(context, "away.day_unread", ("day", Texts.Clip(typed, 40)), ("example", Dates.Value(today.AddDays(14)))),
            _ when day < today => RoleBooks.Refused(context, "away.day_past", ("day", Dates.Day(day, context))),
            _ when day > today.AddYears(1) => RoleBooks.Refused(context, "away.day_far", ("day", Dates.Day(day, context))),
            _ => null,
        };
    }

    /// <summary>Roles that are this person's own, whoever stands in for them now.</summary>
    private static IReadOnlyList<string> RolesOf(Staff staff, RoleBook book, PersonId person, DateOnly today) =>
        [.. Roles.Deciding.Where(role => staff.Own.TryGetValue(role, out var own) ? own.Any(holder => holder.Id == person) : staff.Roles.Holds(person, role))];

    private static RoleOutcome Changed(
        RoleBook book, Absence absence, IReadOnlyList<string> roles, FactKind kind, BulletinKind told, string story, string answer, IReadOnlyList<Person> to, Context context)
    {
        var today = context.Calendar.Today(context.Now);
        var role = string.Join(", ", roles.Select(one => CaseWords.Role(one, context)));
        (string, string)[] holes = [("role", role), ("subject", absence.Delegate?.Name ?? ""), ("name", absence.Person.Name), ("day", Dates.Day(absence.Until, context))];
        KeyValuePair<string, string>[] details =
        [
            new("roles", string.Join(',', roles)), new("until", Dates.Value(absence.Until)),
            .. absence.Delegate is { } stands ? new KeyValuePair<string, string>[] { new("person", stands.Id.Value) } : [],
        ];
        var others = book.Away.Where(other => other.Person.Id != absence.Person.Id && other.Until >= today);
        var said = book with
        {
            Away = kind == FactKind.CameBack ? [.. others] : [.. others, absence],
            Story = [.. book.Story.Append(new(context.Now, context.Wording.Fill(story, holes))).TakeLast(RoleBook.MostTold)],
        };
        var (after, fact) = said.With(new(kind, absence.Person.Id, context.Now, details), context.NewId);
        var bulletin = new Bulletin($"{Bulletin.Prefix}{fact.Sequence:D6}-1", told, role, absence.Delegate, absence.Person, context.Now, [.. to.Where(person => person.Id != absence.Person.Id).DistinctBy(person => person.Id)], null)
        {
            Reason = Dates.Day(absence.Until, context),
        };
        var everybody = RolesCard.Done(context.Wording.Fill(answer, holes), context);
        holes[1].Item2 = absence.Delegate is { } named ? PersonWords.Of(named, context) : "";
        return new(RolesCard.Done(context.Wording.Fill(answer, holes), context), after, [fact], [bulletin]) { Public = everybody };
    }
}
