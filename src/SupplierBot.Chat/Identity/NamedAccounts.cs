using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Identity;

/// <summary>What is known of the people a name may mean.</summary>
/// <param name="Joined">Accounts of one person.</param>
public sealed record NamedPeople(
    IReadOnlyList<Person> People,
    IReadOnlyDictionary<PersonId, PersonRecord> Records,
    IReadOnlyList<MentionedPerson> Mentions,
    IReadOnlyList<IReadOnlyList<PersonId>> Joined
)
{
    public static readonly NamedPeople Nobody = new([], new Dictionary<PersonId, PersonRecord>(), [], []);
}

/// <summary>Everybody who wrote to the bot, with what the platforms say now of those a typed name or a mention may mean.</summary>
public sealed class NamedAccounts(
    ConversationStore conversations,
    Mentions mentions,
    PeopleDirectory directory,
    AccountStore accounts,
    RoleAssignmentStore assignmentStore,
    ChatSettings settings
)
{
    /// <summary>Roles are rarely given, and nobody of the same name may be missed.</summary>
    private const int MostPeople = 20_000;
    private const int MostOfOneName = 10;

    public async Task<NamedPeople> OfAsync(Turn turn, string typed, CancellationToken cancellation)
    {
        var people = await conversations.PeopleAsync(MostPeople, cancellation);
        var mentioned = await mentions.OfAsync(turn, people, cancellation);
        var meant = await MeantAsync(typed, people, mentioned, cancellation);
        var records = new Dictionary<PersonId, PersonRecord>(KnownPerson.Records(people));
        foreach (var (person, answer) in await directory.FindAsync(meant, cancellation))
        {
            if (answer is DirectoryAnswer.Known { Email: { Length: > 0 } email })
                records[person] = (records.GetValueOrDefault(person) ?? new(null, [])) with { Address = email };
        }
        return new(
            [.. people.Select(known => known.Person), .. mentioned.Select(mention => mention.Person).OfType<Person>()],
            records,
            mentioned,
            await JoinedAsync(meant, cancellation)
        );
    }

    private async Task<IReadOnlyList<PersonId>> MeantAsync(
        string typed,
        IReadOnlyList<KnownPerson> people,
        IReadOnlyList<MentionedPerson> mentioned,
        CancellationToken cancellation
    )
    {
        var roles = (await assignmentStore.RecentAsync(cancellation)).Roles;
        var name = PersonNames.Typed(typed);
        return
        [
            .. people
                .Select(known => known.Person)
                .Concat(roles.Readers)
                .Where(person =>
                    PersonNames.Same(person.Name, name) || string.Equals(person.Id.Value, name, StringComparison.OrdinalIgnoreCase)
                )
                .Concat(mentioned.Select(mention => mention.Person).OfType<Person>())
                .Select(person => person.Id)
                .Distinct()
                .Take(MostOfOneName),
        ];
    }

    private async Task<IReadOnlyList<IReadOnlyList<PersonId>>> JoinedAsync(IReadOnlyList<PersonId> meant, CancellationToken cancellation)
    {
        if (!settings.JoinsAccounts)
            return [];
        var joined = new JoinedPeople([]);
        foreach (var person in meant)
            joined.Add(await accounts.RecordedAsync(person, cancellation) ?? [person]);
        return joined.All;
    }
}
