using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>
/// Out of office, said in chat by the person who holds a role, for themselves: with somebody who decides in their place, or without. Pure.
/// </summary>
internal static class DelegateHandler
{
    public static RoleOutcome Handle(RoleAssignments assignments, RoleDirectory directory, Request request, Actor actor, Context context)
    {
        var today = context.Calendar.Today(context.Now);
        var roles = RolesOf(directory, actor.Id);
        if (request is Request.ComeBack)
            return Absences.Of(actor.Id, assignments.Away, today) is { } over
                ? Back(assignments, over, directory, roles, context)
                : RoleOutcome.Refused(context, "away.not_away");
        if (roles.Count == 0)
            return RoleOutcome.Refused(context, "away.no_role");
        if (RoleForms.Of(request, directory, context) is { } form)
            return form;
        return request switch
        {
            Request.Delegate(var name, var until) => Delegated(assignments, directory, name, until, roles, actor, context),
            Request.GoAway(var until) => Away(assignments, directory, until, roles, actor, context),
            _ => new(null),
        };
    }

    private static RoleOutcome Delegated(
        RoleAssignments assignments,
        RoleDirectory directory,
        string name,
        string until,
        IReadOnlyList<string> roles,
        Actor actor,
        Context context
    )
    {
        if (Problem(until, actor.Zone, context, out var day) is { } wrong)
            return wrong;
        if (NamedPersonCheck.Unclear(name, $"delegate to {{0}} until {until}", directory, actor, context, out var person) is { } unclear)
            return unclear;
        if (directory.Roles.Same(person.Id, actor.Id))
            return RoleOutcome.Refused(context, "delegate.oneself");
        if (Absences.Of(person.Id, assignments.Away, context.Calendar.Today(context.Now)) is { } away)
            return RoleOutcome.Refused(context, "delegate.away_too", ("name", person.Name), ("day", Dates.Day(away.Until, context)));
        if (roles.FirstOrDefault(role => directory.Roles.Holds(person.Id, role)) is { } held)
            return RoleOutcome.Refused(context, "delegate.holds_it", ("name", person.Name), ("role", CaseTexts.Role(held, context)));
        return Changed(
            assignments,
            new(actor.Person, person, day),
            roles,
            AuditEventKind.Delegated,
            AnnouncementKind.Delegated,
            "away.story_delegated",
            "away.done_delegated",
            [person, .. Beside(roles, directory), .. directory.Roles.Admins],
            context
        );
    }

    private static RoleOutcome Away(
        RoleAssignments assignments,
        RoleDirectory directory,
        string until,
        IReadOnlyList<string> roles,
        Actor actor,
        Context context
    )
    {
        if (Problem(until, actor.Zone, context, out var day) is { } wrong)
            return wrong;
        var alone = roles.FirstOrDefault(role =>
            directory.Roles.Of(role).All(holder => holder.Id == actor.Id) && directory.Roles.DeputiesOf(role).Count == 0
        );
        if (alone is not null)
            return RoleOutcome.Refused(context, "away.alone", ("role", CaseTexts.Role(alone, context)));
        var deputies = roles.SelectMany(directory.Roles.DeputiesOf);
        return Changed(
            assignments,
            new(actor.Person, null, day),
            roles,
            AuditEventKind.WentAway,
            AnnouncementKind.WentAway,
            "away.story_away",
            "away.done_away",
            [.. Beside(roles, directory), .. deputies, .. directory.Roles.Admins],
            context
        );
    }

    /// <summary>Who decides beside somebody hears who does so in their place, and until when.</summary>
    private static IEnumerable<Person> Beside(IReadOnlyList<string> roles, RoleDirectory directory) =>
        roles.SelectMany(directory.Everybody);

    private static RoleOutcome Back(
        RoleAssignments assignments,
        Absence over,
        RoleDirectory directory,
        IReadOnlyList<string> roles,
        Context context
    ) =>
        Changed(
            assignments,
            over,
            roles,
            AuditEventKind.CameBack,
            AnnouncementKind.CameBack,
            "away.story_back",
            "away.done_back",
            [.. over.Delegate is { } stood ? [stood] : Array.Empty<Person>(), .. Beside(roles, directory)],
            context
        );

    /// <summary>A day from today on, within a year.</summary>
    /// <param name="zone">Of who says it: their today is meant. Null for the organisation's.</param>
    internal static RoleOutcome? Problem(string typed, string? zone, Context context, out DateOnly day)
    {
        var today = Dates.TodayIn(zone, context);
        var read = TypedDay.Read(typed, today);
        day = read is TypedDay.Sure sure ? sure.Day : default;
        return read switch
        {
            TypedDay.Either either => RoleOutcome.Refused(
                context,
                "away.day_either",
                ("day", Texts.Clip(typed, 40)),
                ("first", Dates.Whole(either.First)),
                ("second", Dates.Whole(either.Second)),
                ("example", Dates.Value(either.First))
            ),
            TypedDay.Unread => RoleOutcome.Refused(
                context,
                "away.day_unread",
                ("day", Texts.Clip(typed, 40)),
                ("example", Dates.Value(today.AddDays(14)))
            ),
            _ when day < today => RoleOutcome.Refused(context, "away.day_past", ("day", Dates.Day(day, context))),
            _ when day > today.AddYears(1) => RoleOutcome.Refused(context, "away.day_far", ("day", Dates.Day(day, context))),
            _ => null,
        };
    }

    /// <summary>Roles that are this person's own, no matter who stands in for them now.</summary>
    private static IReadOnlyList<string> RolesOf(RoleDirectory directory, PersonId person) =>
        [
            .. directory.Deciding.Where(role =>
                directory.Own.TryGetValue(role, out var own) ? own.Any(holder => holder.Id == person) : directory.Roles.Holds(person, role)
            ),
        ];

    private static RoleOutcome Changed(
        RoleAssignments assignments,
        Absence absence,
        IReadOnlyList<string> roles,
        AuditEventKind kind,
        AnnouncementKind announced,
        string history,
        string answer,
        IReadOnlyList<Person> to,
        Context context
    )
    {
        var today = context.Calendar.Today(context.Now);
        string Named(Context read) => string.Join(", ", roles.Select(one => CaseTexts.Role(one, read)));
        (string, string)[] Holes(Context read) =>
            [
                ("role", Named(read)),
                ("subject", absence.Delegate?.Name ?? ""),
                ("name", absence.Person.Name),
                ("day", Dates.Day(absence.Until, read)),
            ];
        KeyValuePair<string, string>[] details =
        [
            new("roles", string.Join(',', roles)),
            new("until", Dates.Value(absence.Until)),
            .. absence.Delegate is { } stands ? new KeyValuePair<string, string>[] { new("person", stands.Id.Value) } : [],
        ];
        var others = assignments.Away.Where(other => other.Person.Id != absence.Person.Id && other.Until >= today);
        var said = assignments with
        {
            Away = kind == AuditEventKind.CameBack ? [.. others] : [.. others, absence],
            History =
            [
                .. assignments
                    .History.Append(new(context.Now, context.StoredWording.Fill(history, Holes(context.ForStorage))))
                    .TakeLast(RoleAssignments.MostHistory),
            ],
        };
        var (after, auditEvent) = said.With(new(kind, absence.Person.Id, context.Now, details), context.NewId);
        var announcement = new Announcement(
            $"{Announcement.Prefix}{auditEvent.Sequence:D6}-1",
            announced,
            Named(context.ForStorage),
            absence.Delegate,
            absence.Person,
            context.Now,
            [.. to.Where(person => person.Id != absence.Person.Id).DistinctBy(person => person.Id)],
            null
        )
        {
            Reason = Dates.Day(absence.Until, context),
        };
        var holes = Holes(context);
        var everybody = RolesCard.Done(context.Wording.Fill(answer, holes), context);
        holes[1].Item2 = absence.Delegate is { } named ? PersonTexts.Of(named, context) : "";
        return new(RolesCard.Done(context.Wording.Fill(answer, holes), context), after, [auditEvent], [announcement])
        {
            Public = everybody,
        };
    }
}
