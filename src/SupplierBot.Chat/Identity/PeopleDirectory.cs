using System.Collections.Concurrent;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Identity;

/// <summary>
/// Asks the platforms about their people: several at once, for a limited time, and not again for a moment. A platform that is not
/// configured says nothing.
/// </summary>
public sealed class PeopleDirectory(
    IEnumerable<IPeopleDirectory> platforms,
    ConversationStore conversations,
    RoleAssignmentStore assignmentStore,
    TimeProvider time
)
{
    /// <summary>Of the time a turn has.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Said = TimeSpan.FromMinutes(1);

    /// <summary>Shorter than it takes to press again.</summary>
    private static readonly TimeSpan NotSaid = TimeSpan.FromSeconds(1);
    private const int MostKept = 2_000;
    private const int MostPlaces = 2;

    private readonly Dictionary<string, IPeopleDirectory> platforms = platforms.ToDictionary(
        platform => platform.Platform,
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<PersonId, CachedAnswer> kept = new();

    public async Task<IReadOnlyDictionary<PersonId, DirectoryAnswer>> FindAsync(
        IEnumerable<PersonId> people,
        CancellationToken cancellation
    )
    {
        var asked = people.Distinct().ToList();
        var answers = await Task.WhenAll(asked.Select(person => FindAsync(person, cancellation)));
        return asked.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    public async Task<DirectoryAnswer> FindAsync(PersonId person, CancellationToken cancellation)
    {
        if (kept.TryGetValue(person, out var known) && known.Until > time.GetUtcNow())
            return known.Answer;
        if (!platforms.TryGetValue(person.Platform, out var platform))
            return new DirectoryAnswer.NotSaid();
        var where = await PlacesOfAsync(person, cancellation);
        var answer = await InTimeAsync(patience => platform.FindAsync(person, where, patience), cancellation);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[person] = new(answer, time.GetUtcNow() + (answer is DirectoryAnswer.NotSaid ? NotSaid : Said));
        return answer;
    }

    /// <summary>What was said last, without asking; null where nothing was for a while.</summary>
    public DirectoryAnswer? Last(PersonId person) => kept.TryGetValue(person, out var known) ? known.Answer : null;

    /// <summary>A platform that is not configured knows nobody.</summary>
    public Task<DirectoryAnswer> FindAsync(Mention mention, ConversationReference where, CancellationToken cancellation) =>
        platforms.TryGetValue(where.Channel, out var platform)
            ? InTimeAsync(patience => platform.FindAsync(mention, where, patience), cancellation)
            : Task.FromResult<DirectoryAnswer>(new DirectoryAnswer.Nobody());

    /// <summary>The own chat, and where the reviews of roles are posted: anyone who decides is a member there.</summary>
    private async Task<IReadOnlyList<ConversationReference>> PlacesOfAsync(PersonId person, CancellationToken cancellation)
    {
        var places = new List<ConversationReference>();
        if (await conversations.FindAsync(Keys.Person(person), cancellation) is { } own)
            places.Add(own.Reference);
        foreach (
            var place in (await assignmentStore.RecentAsync(cancellation))
                .Places.Where(place => place.State == PlaceState.Open)
                .Select(place => place.Conversation)
                .Distinct()
        )
        {
            if (places.Count > MostPlaces)
                break;
            if (
                await conversations.FindAsync(Keys.Conversation(place), cancellation) is { Removed: false, Reference: var reference }
                && reference.Channel == person.Platform
            )
                places.Add(reference);
        }
        return places;
    }

    private async Task<DirectoryAnswer> InTimeAsync(Func<CancellationToken, Task<DirectoryAnswer>> ask, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await ask(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DirectoryAnswer.NotSaid();
        }
    }

    private sealed record CachedAnswer(DirectoryAnswer Answer, DateTimeOffset Until);
}
