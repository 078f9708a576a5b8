using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>What a change of roles or places comes to. Nothing is changed where <see cref="Assignments"/> is null.</summary>
/// <param name="Answer">For who asked, alone.</param>
public sealed record RoleOutcome(
    View? Answer,
    RoleAssignments? Assignments = null,
    IReadOnlyList<ChainedEvent>? Events = null,
    IReadOnlyList<Announcement>? Announcements = null
)
{
    /// <summary>What everybody may read of it, in a channel it was said in; null for nothing.</summary>
    public View? Public { get; init; }
}

/// <summary>
/// Who holds what, and where reviews are posted, changed in chat. Pure; refusals are answers; every change is an event and is told to whom
/// it concerns.
/// </summary>
public static class RoleChanges
{
    private const string Separator = ", ";

    /// <param name="here">The conversation it was said in; null for a personal one.</param>
    public static RoleOutcome Handle(
        RoleAssignments assignments,
        RoleDirectory directory,
        Request request,
        Actor actor,
        string? here,
        Context context
    ) =>
        request switch
        {
            Request.ShowRoles => new(RolesCard.Show(directory, assignments, actor, context))
            {
                Public = RolesCard.ShowToAll(directory, context),
            },
            Request.Delegate or Request.GoAway or Request.ComeBack => DelegateHandler.Handle(
                assignments,
                directory,
                request,
                actor,
                context
            ),
            _ when !directory.IsAdmin(actor.Id) => Refused(context, "roles.admins_only", ("names", RolesCard.Admins(context))),
            Request.ChangeRole { Role: var role } when !RoleNames.All.Contains(role) => Refused(
                context,
                "roles.unknown_role",
                ("role", Texts.Clip(role, 40)),
                ("roles", string.Join(Separator, RoleNames.All))
            ),
            Request.ChangeRole { Gives: true } give => Give(assignments, directory, give, actor, context),
            Request.ChangeRole take => Take(assignments, directory, take, actor, context),
            Request.ChangePlace when here is null => Refused(context, "roles.say_it_there"),
            Request.ChangePlace { Chooses: true, Role: var role } => Choose(assignments, directory, role, here, actor.Person, context),
            Request.ChangePlace { Role: var role } => GiveUp(assignments, directory, role, here, actor.Person, context),
            _ => new(null),
        };

    /// <summary>Added to a channel by somebody who may choose it, while there is no place yet: it is the place from now on.</summary>
    public static RoleOutcome Installed(RoleAssignments assignments, RoleDirectory directory, Actor actor, string here, Context context) =>
        (directory.IsAdmin(actor.Id) || directory.Roles.Holds(actor.Id, RoleNames.Security))
        && !directory.Places.Any(place => place.Role == RoleNames.Security)
            ? Choose(assignments, directory, RoleNames.Security, here, actor.Person, context, quietly: true) with
            {
                Answer = null,
            }
            : new(null);

    /// <summary>The platform says that the bot cannot reach it any more.</summary>
    public static RoleOutcome Lost(RoleAssignments assignments, RoleDirectory directory, Func<string, bool> isIt, Context context) =>
        Moved(
            assignments,
            directory,
            isIt,
            PlaceState.Open,
            PlaceState.Lost,
            new(AuditEventKind.PlaceLost, AnnouncementKind.PlaceLost, "roles.story_lost", "roles.story_lost"),
            context
        );

    public static RoleOutcome Back(RoleAssignments assignments, RoleDirectory directory, Func<string, bool> isIt, Context context) =>
        Moved(
            assignments,
            directory,
            isIt,
            PlaceState.Lost,
            PlaceState.Open,
            new(AuditEventKind.PlaceBack, AnnouncementKind.PlaceBack, "roles.story_back", "roles.story_back"),
            context
        );

    private static RoleOutcome Give(
        RoleAssignments assignments,
        RoleDirectory directory,
        Request.ChangeRole give,
        Actor actor,
        Context context
    )
    {
        if (Named(give.Name, $"roles add {give.Role} {{0}}", directory, actor, context, out var person) is { } unclear)
            return unclear;
        if (directory.Roles.Holds(person.Id, give.Role))
            return Refused(
                context,
                "roles.holds_already",
                ("name", PersonTexts.Of(person, context)),
                ("role", CaseTexts.Role(give.Role, context))
            );
        var after = assignments with
        {
            Given = [.. assignments.Given, new(give.Role, person) { GivenBy = actor.Person, At = context.Now }],
            Taken = Without(assignments.Taken, give.Role, person),
        };
        return Changed(
            new(assignments, after, directory, give.Role, actor.Person, context),
            new(AuditEventKind.RoleGiven, AnnouncementKind.RoleGiven, "roles.story_given", "roles.story_given"),
            person
        );
    }

    private static RoleOutcome Take(
        RoleAssignments assignments,
        RoleDirectory directory,
        Request.ChangeRole take,
        Actor actor,
        Context context
    )
    {
        var holders = directory.Roles.Of(take.Role);
        switch (NamedPerson.Find(take.Name, holders, actor.Id, context))
        {
            case NamedPerson.One { Person: var person } when holders.Any(holder => holder.Id == person.Id):
                return Taken(assignments, directory, take.Role, person, actor, context);
            case NamedPerson.Several { People: var several }:
                return Which(take.Name, several, context);
            default:
                return Refused(
                    context,
                    "roles.holds_not",
                    ("name", Texts.Clip(take.Name, 60)),
                    ("role", CaseTexts.Role(take.Role, context)),
                    ("names", CaseTexts.Names(holders, context))
                );
        }
    }

    private static RoleOutcome Taken(
        RoleAssignments assignments,
        RoleDirectory directory,
        string role,
        Person person,
        Actor actor,
        Context context
    )
    {
        if (role == RoleNames.Security && directory.Roles.Of(role).Count == 1)
            return Refused(context, "roles.last_one", ("name", person.Name), ("role", CaseTexts.Role(role, context)));
        var after = assignments with
        {
            Given = Without(assignments.Given, role, person),
            Taken = [.. assignments.Taken, new(role, person)],
        };
        return Changed(
            new(assignments, after, directory, role, actor.Person, context),
            new(AuditEventKind.RoleTaken, AnnouncementKind.RoleTaken, "roles.story_taken", "roles.story_taken"),
            person
        );
    }

    private static RoleOutcome Choose(
        RoleAssignments assignments,
        RoleDirectory directory,
        string role,
        string here,
        Person by,
        Context context,
        bool quietly = false
    )
    {
        if (directory.PlacesOf(role).Contains(here))
            return Refused(context, "roles.here_already", ("role", CaseTexts.Role(role, context)));
        var after = assignments with
        {
            Places =
            [
                .. assignments.Places.Where(place => place.Role != role || place.Conversation != here),
                new(role, here, PlaceState.Open),
            ],
        };
        return Changed(
            new(assignments, after, directory, role, by, context, quietly),
            new(AuditEventKind.PlaceChosen, AnnouncementKind.PlaceChosen, "roles.story_chosen", "roles.done_chosen"),
            place: here
        );
    }

    private static RoleOutcome GiveUp(
        RoleAssignments assignments,
        RoleDirectory directory,
        string role,
        string here,
        Person by,
        Context context
    )
    {
        if (!directory.PlacesOf(role).Contains(here))
            return Refused(context, "roles.not_here", ("role", CaseTexts.Role(role, context)));
        var after = assignments with
        {
            Places =
            [
                .. assignments.Places.Where(place => place.Role != role || place.Conversation != here),
                new(role, here, PlaceState.GivenUp),
            ],
        };
        return Changed(
            new(assignments, after, directory, role, by, context),
            new(AuditEventKind.PlaceGivenUp, AnnouncementKind.PlaceGivenUp, "roles.story_given_up", "roles.done_given_up"),
            place: here
        );
    }

    private static RoleOutcome Moved(
        RoleAssignments assignments,
        RoleDirectory directory,
        Func<string, bool> isIt,
        PlaceState from,
        PlaceState to,
        What what,
        Context context
    )
    {
        var places = directory.Places.Where(place => place.State == from && isIt(place.Conversation)).ToList();
        var (outcome, events, announcements) = (new RoleOutcome(null), new List<ChainedEvent>(), new List<Announcement>());
        foreach (var place in places)
        {
            var before = outcome.Assignments ?? assignments;
            var after = before with
            {
                Places =
                [
                    .. before.Places.Where(other => other.Role != place.Role || other.Conversation != place.Conversation),
                    place with
                    {
                        State = to,
                    },
                ],
            };
            outcome = Changed(new(before, after, directory, place.Role, null, context), what, place: place.Conversation);
            events.AddRange(outcome.Events!);
            announcements.AddRange(outcome.Announcements!);
        }
        return outcome.Assignments is null ? outcome : outcome with { Answer = null, Events = events, Announcements = announcements };
    }

    /// <summary>The platform's own doing is nobody's: its events name the bot.</summary>
    private static readonly PersonId Platform = new("platform");

    private static RoleOutcome Changed(Change change, What what, Person? subject = null, string? place = null)
    {
        var (context, now) = (change.Context, change.Context.Now);
        KeyValuePair<string, string>[] details =
        [
            new("role", change.Role),
            .. subject is null ? Array.Empty<KeyValuePair<string, string>>() : [new("person", subject.Id.Value)],
            .. place is null ? Array.Empty<KeyValuePair<string, string>>() : [new("place", place)],
        ];
        (string, string)[] Holes(Context read) =>
            [("role", CaseTexts.Role(change.Role, read)), ("subject", subject?.Name ?? ""), ("name", change.By?.Name ?? "")];
        var notifications = change.After with
        {
            History =
            [
                .. change
                    .Before.History.Append(new HistoryLine(now, context.StoredWording.Fill(what.History, Holes(context.ForStorage))))
                    .TakeLast(RoleAssignments.MostHistory),
            ],
        };
        var (after, auditEvent) = notifications.With(new(what.Event, change.By?.Id ?? Platform, now, details), context.NewId);
        var announcement = new Announcement(
            $"{Announcement.Prefix}{auditEvent.Sequence:D6}-1",
            what.Announced,
            change.Role,
            subject,
            change.By,
            now,
            [.. Concerned(change, what.Announced, subject).Where(person => person.Id != change.By?.Id).DistinctBy(person => person.Id)],
            what.Announced is AnnouncementKind.PlaceBack || (what.Announced == AnnouncementKind.PlaceChosen && change.Quietly)
                ? place
                : null
        );
        var holes = Holes(context);
        var everybody = RolesCard.Done(context.Wording.Fill(what.Answer, holes), context);
        holes[1].Item2 = subject is null ? "" : PersonTexts.Of(subject, context);
        return new(RolesCard.Done(context.Wording.Fill(what.Answer, holes), context), after, [auditEvent], [announcement])
        {
            Public = everybody,
        };
    }

    /// <summary>Who decides beside somebody is told who that is, and who is not any more.</summary>
    private static IEnumerable<Person> Concerned(Change change, AnnouncementKind notifications, Person? subject) =>
        [
            .. subject is null ? Array.Empty<Person>() : [subject],
            .. change.Directory.Roles.Admins,
            .. notifications
                is AnnouncementKind.PlaceLost
                    or AnnouncementKind.PlaceGivenUp
                    or AnnouncementKind.RoleGiven
                    or AnnouncementKind.RoleTaken
                ? change.Directory.Everybody(change.Role)
                : [],
        ];

    private static IReadOnlyList<RoleHolding> Without(IReadOnlyList<RoleHolding> holdings, string role, Person person) =>
        [.. holdings.Where(holding => holding.Role != role || holding.Person.Id != person.Id)];

    /// <param name="repeats">The request again, with a hole for the id: pressing it says surely who is meant.</param>
    /// <returns>Null where it is clear who is meant; nothing is changed otherwise.</returns>
    internal static RoleOutcome? Named(
        string name,
        string repeats,
        RoleDirectory directory,
        Actor actor,
        Context context,
        out Person person
    )
    {
        var meant = NamedPerson.Find(name, Everybody(directory, context), actor.Id, context);
        person = meant is NamedPerson.One one ? one.Person : actor.Person;
        return meant switch
        {
            NamedPerson.One { Surely: false } when PersonTexts.Doubts(person, context) is { Length: > 0 } doubts => Sure(
                person,
                doubts,
                repeats,
                context
            ),
            NamedPerson.One => null,
            NamedPerson.Several { People: var several } => Which(name, several, context),
            NamedPerson.Impossible { Mention: var mention } => Refused(
                context,
                $"roles.mention_{mention.State}",
                ("name", Texts.Clip(mention.Person?.Name ?? mention.Name, 60)),
                ("organisation", context.OrganisationName)
            ),
            _ => Refused(context, "roles.nobody", ("name", Texts.Clip(name, 60))),
        };
    }

    /// <summary>Asked once more: the button says the same with the id.</summary>
    private static RoleOutcome Sure(Person person, string doubts, string repeats, Context context)
    {
        var words = context.Wording.Fill("roles.sure", ("person", PersonTexts.Of(person, context)), ("why", doubts));
        return new(
            RolesCard.Done(words, context) with
            {
                Buttons = [new(context.Wording["roles.sure_button"], Verbs.Say, Says: Texts.Fill(repeats, ("0", person.Id.Value)))],
            }
        );
    }

    private static RoleOutcome Which(string name, IReadOnlyList<Person> several, Context context) =>
        Refused(
            context,
            "roles.several",
            ("name", Texts.Clip(name, 60)),
            ("ids", string.Join("; ", several.Take(RoleAssignments.MostHistory).Select(person => PersonTexts.WithId(person, context))))
        );

    private static IEnumerable<Person> Everybody(RoleDirectory directory, Context context) =>
        context
            .People.Concat(directory.Own.Values.SelectMany(holders => holders))
            .Concat(directory.Roles.Holders.Values.SelectMany(holders => holders))
            .Concat(directory.Roles.Admins);

    internal static RoleOutcome Refused(Context context, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        new(RolesCard.Done(context.Wording.Fill(key, holes), context));

    /// <param name="By">Null where the platform did it.</param>
    /// <param name="Quietly">Nobody asked for it in words, so that nobody is answered: the place itself is told.</param>
    private sealed record Change(
        RoleAssignments Before,
        RoleAssignments After,
        RoleDirectory Directory,
        string Role,
        Person? By,
        Context Context,
        bool Quietly = false
    );

    /// <param name="History">Key of the sentence for the card that lists the newest changes.</param>
    /// <param name="Answer">Key of the sentence for who asked for it.</param>
    private sealed record What(AuditEventKind Event, AnnouncementKind Announced, string History, string Answer);
}
