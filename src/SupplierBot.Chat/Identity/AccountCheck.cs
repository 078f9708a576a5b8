using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Identity;

/// <summary>
/// Whether somebody who decides may be the person who asked, with another account. What is on record joins accounts; the platforms are
/// asked again for everybody it takes, before the turn has its place in the queue, so that nobody else waits for them. Nothing is asked
/// where all are on one platform.
/// </summary>
public sealed class AccountCheck(
    AccountStore accounts,
    PeopleDirectory directory,
    CaseStore cases,
    RoleAssignmentStore assignmentStore,
    ChatSettings settings,
    TimeProvider time,
    ILogger<AccountCheck> log
)
{
    private const int MostOfOneName = 20;

    /// <summary>Before a decision, and before a request is sent: anyone who has an address is on record then.</summary>
    public async Task AskAsync(Turn turn, CancellationToken cancellation)
    {
        if (!settings.JoinsAccounts || !turn.Actor.Member || turn.Request.Press is not { Automatic: false } press)
            return;
        if (turn.Request is Request.Submit)
            await AskForSenderAsync(turn, cancellation);
        else if (SamePersonCheck.TakesAnother(turn.Request) && await CaseOfAsync(press, cancellation) is { } current)
        {
            var pairs = await PairsAsync(current, turn.Actor, cancellation);
            await LearnAsync(
                [.. pairs.SelectMany(pair => new[] { pair.Decides, pair.Asked }).DistinctBy(person => person.Id)],
                cancellation
            );
        }
    }

    /// <summary>With the accounts of everybody who matters joined, and those of which nobody can say whose they are.</summary>
    public async Task<(RoleHolders Roles, IReadOnlyList<UnclearAccount> Unclear)> JoinAsync(
        Turn turn,
        Case? current,
        RoleHolders roles,
        CancellationToken cancellation
    )
    {
        if (!settings.JoinsAccounts)
            return (roles, []);
        var own = await accounts.OfAsync(turn, cancellation);
        if (own.Count > 1)
            roles = roles with { Joined = [own] };
        if (current is null || turn.Request.Press is not { Automatic: false } || !SamePersonCheck.TakesAnother(turn.Request))
            return (roles, []);
        var pairs = await PairsAsync(current, turn.Actor, cancellation);
        var (joined, unclear) = (new JoinedPeople(roles.Joined), new List<UnclearAccount>());
        foreach (var person in pairs.SelectMany(pair => new[] { pair.Asked, pair.Decides }).DistinctBy(person => person.Id))
        {
            if (await accounts.RecordedAsync(person.Id, cancellation) is { } ids)
                joined.Add(ids);
            else
                unclear.Add(new(person, directory.Last(person.Id) is DirectoryAnswer.Known or DirectoryAnswer.Nobody));
        }
        foreach (var account in unclear)
            Log.AccountUnclear(
                log,
                turn.Id,
                current.Id,
                account.Person.Id,
                account.HasNoAddress ? "it knows no e-mail address" : "it does not answer"
            );
        return (roles with { Joined = joined.All }, unclear);
    }

    /// <summary>Whether two people are one, where one decides on what the other did.</summary>
    /// <returns>With their accounts joined, and those of which nobody can say whose they are.</returns>
    public async Task<(RoleHolders Roles, IReadOnlyList<UnclearAccount> Unclear)> JoinWithAsync(
        Person decides,
        Person other,
        RoleHolders roles,
        CancellationToken cancellation
    )
    {
        if (!settings.JoinsAccounts)
            return (roles, []);
        // On one platform a person is one account.
        var across = decides.Id.Platform != other.Id.Platform;
        if (across)
            await LearnAsync([decides, other], cancellation);
        var (joined, unclear) = (new JoinedPeople(roles.Joined), new List<UnclearAccount>());
        foreach (var person in new[] { other, decides })
        {
            if (await accounts.RecordedAsync(person.Id, cancellation) is { } ids)
                joined.Add(ids);
            else if (across)
                unclear.Add(new(person, directory.Last(person.Id) is DirectoryAnswer.Known or DirectoryAnswer.Nobody));
        }
        return (roles with { Joined = joined.All }, unclear);
    }

    /// <summary>Two accounts of one name may be one person's.</summary>
    /// <param name="name">As somebody typed it.</param>
    public async Task<RoleHolders> JoinNamedAsync(
        string name,
        IReadOnlyList<KnownPerson> people,
        RoleHolders roles,
        CancellationToken cancellation
    )
    {
        var called = people
            .Where(known => PersonNames.Same(known.Person.Name, PersonNames.Typed(name)))
            .Select(known => known.Person.Id)
            .Take(MostOfOneName)
            .ToList();
        if (!settings.JoinsAccounts || called.Count < 2)
            return roles;
        var joined = new JoinedPeople(roles.Joined);
        foreach (var person in called)
            joined.Add(await accounts.RecordedAsync(person, cancellation) ?? [person]);
        return roles with { Joined = joined.All };
    }

    private async Task AskForSenderAsync(Turn turn, CancellationToken cancellation)
    {
        if (
            turn.Email is { Length: > 0 }
            || settings.Platforms < 2
            || await accounts.RecordedAsync(turn.Actor.Id, cancellation) is not null
        )
            return;
        await LearnAsync([turn.Actor.Person], cancellation);
        if (await accounts.RecordedAsync(turn.Actor.Id, cancellation) is null)
            Log.SentWithoutAddress(log, turn.Id, turn.Actor.Id);
    }

    private async Task LearnAsync(IReadOnlyList<Person> people, CancellationToken cancellation)
    {
        foreach (var (person, answer) in await directory.FindAsync(people.Select(person => person.Id), cancellation))
        {
            if (answer is DirectoryAnswer.Known { Email: { Length: > 0 } email })
                await accounts.LearnAsync(person, email, cancellation);
        }
    }

    /// <summary>
    /// Who decides, in whose place, and who gave them the role, beside who has a part in the request. Only accounts of two platforms can be
    /// one person's: on one platform a person is one account.
    /// </summary>
    private async Task<IReadOnlyList<(Person Decides, Person Asked)>> PairsAsync(Case current, Actor actor, CancellationToken cancellation)
    {
        var assignments = (await assignmentStore.FindAsync(cancellation))?.Value ?? RoleAssignments.Empty;
        var own = assignments is { Away.Count: 0, Given.Count: 0 } ? [] : await accounts.RecordedAsync(actor.Id, cancellation) ?? [];
        IReadOnlyList<Person> holders =
        [
            actor.Person,
            .. Absences.Behind([actor.Id, .. own], assignments.Away, settings.Calendar.Today(time.GetUtcNow())),
        ];
        var givers = assignments
            .Given.Where(given => given.MayBeGivenFor(current))
            .Where(given => own.Contains(given.Person.Id) || holders.Any(holder => holder.Id == given.Person.Id))
            .Select(given => given.GivenBy)
            .OfType<Person>();
        IReadOnlyList<Person> deciding = [.. holders.Concat(givers).DistinctBy(person => person.Id)];
        return
        [
            .. from decides in deciding
            from asked in PartiesOf(current)
            where decides.Id.Platform != asked.Id.Platform
            select (decides, asked),
        ];
    }

    private static IEnumerable<Person> PartiesOf(Case current) =>
        new[] { current.Requester, current.Owner, current.Offboarding?.ReportedBy }
            .Concat(current.Approvals.Select(approval => approval.By))
            .Concat(current.Conditions.Select(condition => condition.ReportedBy))
            .OfType<Person>()
            .Where(Owners.CanBeNotified)
            .DistinctBy(person => person.Id);

    private async Task<Case?> CaseOfAsync(CardPress press, CancellationToken cancellation)
    {
        if (press.CaseId is not { } id)
            return null;
        var entry = id.StartsWith("SUP-", StringComparison.Ordinal) ? await cases.VersionedEntryAsync(id, cancellation) : null;
        return (await cases.FindAsync(entry?.Value.CaseId ?? id, cancellation))?.Value;
    }
}
