namespace SupplierBot.Onboarding;

/// <summary>What a change of roles or places comes to. Nothing is changed where <see cref="Book"/> is null.</summary>
/// <param name="Answer">For who asked, alone.</param>
public sealed record RoleOutcome(View? Answer, RoleBook? Book = null, IReadOnlyList<ChainedFact>? Facts = null, IReadOnlyList<Bulletin>? Bulletins = null)
{
    /// <summary>What everybody may read of it, in a channel it was said in; null for nothing.</summary>
    public View? Public { get; init; }
}

/// <summary>Who holds what, and where reviews are posted, changed in chat. Pure; refusals are answers; every change is a fact and is told to whom it concerns.</summary>
public static class RoleBooks
{
    private const string Separator = ", ";

    /// <param name="here">The conversation it was said in; null for a personal one.</param>
    public static RoleOutcome Handle(RoleBook book, Staff staff, Command command, Actor actor, string? here, Context context) => command switch
    {
        Command.ShowRoles => new(RolesCard.Show(staff, book, actor, context)) { Public = RolesCard.ShowToAll(staff, context) },
        Command.Delegate or Command.Away or Command.Return => Delegating.Handle(book, staff, command, actor, context),
        _ when !staff.IsAdmin(actor.Id) => Refused(context, "roles.admins_only", ("names", RolesCard.Admins(context))),
        Command.ChangeRole { Role: var role } when !Roles.All.Contains(role) => Refused(context, "roles.unknown_role", ("role", Texts.Clip(role, 40)), ("roles", string.Join(Separator, Roles.All))),
        Command.ChangeRole { Gives: true } give => Give(book, staff, give, actor, context),
        Command.ChangeRole take => Take(book, staff, take, actor, context),
        Command.ChangePlace when here is null => Refused(context, "roles.say_it_there"),
        Command.ChangePlace { Chooses: true, Role: var role } => Choose(book, staff, role, here, actor.Person, context),
        Command.ChangePlace { Role: var role } => GiveUp(book, staff, role, here, actor.Person, context),
        _ => new(null),
    };

    /// <summary>Added to a channel by somebody who may choose it, while there is no place yet: it is the place from now on.</summary>
    public static RoleOutcome Installed(RoleBook book, Staff staff, Actor actor, string here, Context context) =>
        (staff.IsAdmin(actor.Id) || staff.Roles.Holds(actor.Id, Roles.Security)) && !staff.Places.Any(place => place.Role == Roles.Security)
            ? Choose(book, staff, Roles.Security, here, actor.Person, context, quietly: true) with { Answer = null }
            : new(null);

    /// <summary>The platform says that the bot cannot reach it any more.</summary>
    public static RoleOutcome Lost(RoleBook book, Staff staff, Func<string, bool> isIt, Context context) =>
        Moved(book, staff, isIt, PlaceState.Open, PlaceState.Lost, new(FactKind.PlaceLost, BulletinKind.PlaceLost, "roles.story_lost", "roles.story_lost"), context);

    public static RoleOutcome Back(RoleBook book, Staff staff, Func<string, bool> isIt, Context context) =>
        Moved(book, staff, isIt, PlaceState.Lost, PlaceState.Open, new(FactKind.PlaceBack, BulletinKind.PlaceBack, "roles.story_back", "roles.story_back"), context);

    private static RoleOutcome Give(RoleBook book, Staff staff, Command.ChangeRole give, Actor actor, Context context)
    {
        if (Named(give.Name, $"roles add {give.Role} {{0}}", staff, actor, context, out var person) is { } unclear) return unclear;
        if (staff.Roles.Holds(person.Id, give.Role)) return Refused(context, "roles.holds_already", ("name", PersonWords.Of(person, context)), ("role", CaseWords.Role(give.Role, context)));
        var after = book with { Given = [.. book.Given, new(give.Role, person) { GivenBy = actor.Person, At = context.Now }], Taken = Without(book.Taken, give.Role, person) };
        return Changed(new(book, after, staff, give.Role, actor.Person, context), new(FactKind.RoleGiven, BulletinKind.RoleGiven, "roles.story_given", "roles.story_given"), person);
    }

    private static RoleOutcome Take(RoleBook book, Staff staff, Command.ChangeRole take, Actor actor, Context context)
    {
        var holders = staff.Roles.Of(take.Role);
        switch (NamedPerson.Find(take.Name, holders, actor.Id, context))
        {
            case NamedPerson.One { Person: var person } when holders.Any(holder => holder.Id == person.Id):
                return Taken(book, staff, take.Role, person, actor, context);
            case NamedPerson.Several { People: var several }:
                return Which(take.Name, several, context);
            default:
                return Refused(context, "roles.holds_not", ("name", Texts.Clip(take.Name, 60)), ("role", CaseWords.Role(take.Role, context)), ("names", CaseWords.Names(holders, context)));
        }
    }

    private static RoleOutcome Taken(RoleBook book, Staff staff, string role, Person person, Actor actor, Context context)
    {
        if (role == Roles.Security && staff.Roles.Of(role).Count == 1) return Refused(context, "roles.last_one", ("name", person.Name), ("role", CaseWords.Role(role, context)));
        var after = book with { Given = Without(book.Given, role, person), Taken = [.. book.Taken, new(role, person)] };
        return Changed(new(book, after, staff, role, actor.Person, context), new(FactKind.RoleTaken, BulletinKind.RoleTaken, "roles.story_taken", "roles.story_taken"), person);
    }

    private static RoleOutcome Choose(RoleBook book, Staff staff, string role, string here, Person by, Context context, bool quietly = false)
    {
        if (staff.PlacesOf(role).Contains(here)) return Refused(context, "roles.here_already", ("role", CaseWords.Role(role, context)));
        var after = book with { Places = [.. book.Places.Where(place => place.Role != role || place.Conversation != here), new(role, here, PlaceState.Open)] };
        return Changed(new(book, after, staff, role, by, context, quietly), new(FactKind.PlaceChosen, BulletinKind.PlaceChosen, "roles.story_chosen", "roles.done_chosen"), place: here);
    }

    private static RoleOutcome GiveUp(RoleBook book, Staff staff, string role, string here, Person by, Context context)
    {
        if (!staff.PlacesOf(role).Contains(here)) return Refused(context, "roles.not_here", ("role", CaseWords.Role(role, context)));
        var after = book with { Places = [.. book.Places.Where(place => place.Role != role || place.Conversation != here), new(role, here, PlaceState.GivenUp)] };
        return Changed(new(book, after, staff, role, by, context), new(FactKind.PlaceGivenUp, BulletinKind.PlaceGivenUp, "roles.story_given_up", "roles.done_given_up"), place: here);
    }

    private static RoleOutcome Moved(RoleBook book, Staff staff, Func<string, bool> isIt, PlaceState from, PlaceState to, What what, Context context)
    {
        var places = staff.Places.Where(place => place.State == from && isIt(place.Conversation)).ToList();
        var (outcome, facts, bulletins) = (new RoleOutcome(null), new List<ChainedFact>(), new List<Bulletin>());
        foreach (var place in places)
        {
            var before = outcome.Book ?? book;
            var after = before with { Places = [.. before.Places.Where(other => other.Role != place.Role || other.Conversation != place.Conversation), place with { State = to }] };
            outcome = Changed(new(before, after, staff, place.Role, null, context), what, place: place.Conversation);
            facts.AddRange(outcome.Facts!);
            bulletins.AddRange(outcome.Bulletins!);
        }
        return outcome.Book is null ? outcome : outcome with { Answer = null, Facts = facts, Bulletins = bulletins };
    }

    /// <summary>The platform's own doing is nobody's: its facts name the bot.</summary>
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
        (string, string)[] holes = [("role", CaseWords.Role(change.Role, context)), ("subject", subject?.Name ?? ""), ("name", change.By?.Name ?? "")];
        var told = change.After with { Story = [.. change.Before.Story.Append(new Happening(now, context.Wording.Fill(what.Story, holes))).TakeLast(RoleBook.MostTold)] };
        var (after, fact) = told.With(new(what.Fact, change.By?.Id ?? Platform, now, details), context.NewId);
        var bulletin = new Bulletin(
            $"{Bulletin.Prefix}{fact.Sequence:D6}-1", what.Told, change.Role, subject, change.By, now,
            [.. Concerned(change, what.Told, subject).Where(person => person.Id != change.By?.Id).DistinctBy(person => person.Id)],
            what.Told is BulletinKind.PlaceBack || (what.Told == BulletinKind.PlaceChosen && change.Quietly) ? place : null);
        var everybody = RolesCard.Done(context.Wording.Fill(what.Answer, holes), context);
        holes[1].Item2 = subject is null ? "" : PersonWords.Of(subject, context);
        return new(RolesCard.Done(context.Wording.Fill(what.Answer, holes), context), after, [fact], [bulletin]) { Public = everybody };
    }

    /// <summary>Who decides beside somebody is told who that is, and who is not any more.</summary>
    private static IEnumerable<Person> Concerned(Change change, BulletinKind told, Person? subject) =>
    [
        .. subject is null ? Array.Empty<Person>() : [subject],
        .. change.Staff.Roles.Admins,
        .. told is BulletinKind.PlaceLost or BulletinKind.PlaceGivenUp or BulletinKind.RoleGiven or BulletinKind.RoleTaken ? change.Staff.Everybody(change.Role) : [],
    ];

    private static IReadOnlyList<RoleHolding> Without(IReadOnlyList<RoleHolding> holdings, string role, Person person) =>
        [.. holdings.Where(holding => holding.Role != role || holding.Person.Id != person.Id)];

    /// <param name="repeats">The command again, with a hole for the id: pressing it says surely who is meant.</param>
    /// <returns>Null where it is clear who is meant; nothing is changed otherwise.</returns>
    internal static RoleOutcome? Named(string name, string repeats, Staff staff, Actor actor, Context context, out Person person)
    {
        var meant = NamedPerson.Find(name, Everybody(staff, context), actor.Id, context);
        person = meant is NamedPerson.One one ? one.Person : actor.Person;
        return meant switch
        {
            NamedPerson.One { Surely: false } when PersonWords.Doubts(person, context) is { Length: > 0 } doubts => Sure(person, doubts, repeats, context),
            NamedPerson.One => null,
            NamedPerson.Several { People: var several } => Which(name, several, context),
            NamedPerson.Impossible { Mention: var mention } => Refused(
                context, $"roles.mention_{mention.State}", ("name", Texts.Clip(mention.Person?.Name ?? mention.Name, 60)), ("organisation", context.OrganisationName)),
            _ => Refused(context, "roles.nobody", ("name", Texts.Clip(name, 60))),
        };
    }

    /// <summary>Asked once more: the button says the same with the id.</summary>
    private static RoleOutcome Sure(Person person, string doubts, string repeats, Context context)
    {
        var words = context.Wording.Fill("roles.sure", ("person", PersonWords.Of(person, context)), ("why", doubts));
        return new(RolesCard.Done(words, context) with { Buttons = [new(context.Wording["roles.sure_button"], "say", Says: Texts.Fill(repeats, ("0", person.Id.Value)))] });
    }

    private static RoleOutcome Which(string name, IReadOnlyList<Person> several, Context context) => Refused(
        context, "roles.several",
        ("name", Texts.Clip(name, 60)), ("ids", string.Join("; ", several.Take(RoleBook.MostTold).Select(person => PersonWords.WithId(person, context)))));

    private static IEnumerable<Person> Everybody(Staff staff, Context context) => context.People.Concat(staff.Own.Values.SelectMany(holders => holders)).Concat(staff.Roles.Holders.Values.SelectMany(holders => holders)).Concat(staff.Roles.Admins);

    internal static RoleOutcome Refused(Context context, string key, params ReadOnlySpan<(string Name, string Value)> holes) => new(RolesCard.Done(context.Wording.Fill(key, holes), context));

    /// <param name="By">Null where the platform did it.</param>
    /// <param name="Quietly">Nobody asked for it in words, so that nobody is answered: the place itself is told.</param>
    private sealed record Change(RoleBook Before, RoleBook After, Staff Staff, string Role, Person? By, Context Context, bool Quietly = false);

    /// <param name="Story">Key of the sentence for the card that lists the newest changes.</param>
    /// <param name="Answer">Key of the sentence for who asked for it.</param>
    private sealed record What(FactKind Fact, BulletinKind Told, string Story, string Answer);
}
