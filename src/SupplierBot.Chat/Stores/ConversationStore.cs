using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Where people and places can be reached; refreshed by every inbound activity, because a service URL can change
/// (src/SupplierBot.BotFramework/PROTOCOL.md "Service URLs").
/// </summary>
public sealed class ConversationStore(
    ITable table,
    ChatSettings settings,
    TimeProvider time,
    TurnMetrics instruments,
    DamagedRows? damaged = null
)
{
    /// <summary>A client that is opened says so several times at once (tests/clients/README.md "Agents Playground").</summary>
    private static readonly TimeSpan SameOpening = TimeSpan.FromSeconds(3);

    private const int MostFormerNames = 5;

    private readonly string partition = Keys.Conversations(settings.OrganisationId);

    /// <summary>More are read when they are needed.</summary>
    internal const int MostKnown = 10_000;
    private readonly BoundedCache<string, StoredConversation> known = new(MostKnown, StringComparer.Ordinal);

    public static string TargetOf(Turn turn) =>
        turn.Conversation.Scope == ConversationScope.Personal
            ? Keys.Person(turn.Actor.Id)
            : Keys.Conversation(turn.Conversation.ConversationId);

    public async Task<StoredConversation?> FindAsync(string target, CancellationToken cancellation)
    {
        // Another replica may have seen that the bot is back.
        if (known.TryGet(target, out var remembered) && !remembered.Removed)
            return remembered;
        if (await table.GetAsync(partition, target, cancellation) is { } row && Known(row) is { } stored)
            return Remember(target, stored);
        return settings.Known(target) is { } reference ? new(reference, null, null, Removed: false) : null;
    }

    /// <summary>Who ever wrote to the bot, and may be named.</summary>
    /// <param name="most">More are not read: it costs what is read.</param>
    public async Task<IReadOnlyList<KnownPerson>> PeopleAsync(int most, CancellationToken cancellation)
    {
        var people = new List<KnownPerson>();
        await foreach (var row in table.PrefixAsync(partition, Keys.PersonPrefix, cancellation))
        {
            if (Known(row) is { Person: { } person } stored)
                people.Add(new(person, stored.Reference.Channel, stored.Reference.UserId, new(stored.FirstSeen, stored.FormerNames ?? [])));
            if (people.Count >= most)
                break;
        }
        return people;
    }

    /// <returns>True where the conversation can be reached since now.</returns>
    public async Task<bool> RememberAsync(Turn turn, CancellationToken cancellation)
    {
        var target = TargetOf(turn);
        var person = turn.Conversation.Scope == ConversationScope.Personal ? turn.Actor.Person : null;
        var reference = turn.Conversation with { ThreadId = null };
        var removed = turn.Request is Request.Removed;
        var stored = await FindAsync(target, cancellation);
        // Installations carry no name.
        if (person is { Name: "" } && stored?.Person is { } named)
            person = named;
        if (stored is not null && stored.Reference == reference && stored.Person == person && stored.Removed == removed)
            return false;
        await SaveAsync(target, new(reference, person, stored?.WelcomedAt, removed), cancellation);
        return !removed && stored is not { Removed: false };
    }

    /// <summary>The platform says that we cannot reach it: it counts as removed until the bot is installed or spoken to again.</summary>
    /// <returns>False where another replica knows a newer address.</returns>
    public async Task<bool> GoneAsync(string target, CancellationToken cancellation)
    {
        var tried = known.Get(target);
        if (await table.GetAsync(partition, target, cancellation) is not { ETag: { } etag } row)
            return true;
        if (Known(row) is not { } current)
            return true;
        Remember(target, current);
        if (current.Removed)
            return true;
        if (tried is not null && tried.Reference != current.Reference)
            return false;
        return await table.CommitAsync(partition, [new RowChange.Replace(Row(target, current with { Removed = true }), etag)], cancellation)
                is CommitResult.Committed
            && Remember(target, current with { Removed = true }).Removed;
    }

    /// <summary>
    /// Anything but <see cref="Opening.Known"/> for exactly one caller, however often and from however many replicas it is asked; once for
    /// good, and once an opening where clients start empty.
    /// </summary>
    public async Task<Opening> ClaimOpeningAsync(Turn turn, CancellationToken cancellation)
    {
        var target = TargetOf(turn);
        if (
            await table.GetAsync(partition, target, cancellation) is not { ETag: { } etag } row
            || Known(row) is not { } stored
            || !IsDue(stored)
        )
            return Opening.Known;
        var welcomed = stored with { WelcomedAt = time.GetUtcNow() };
        if (await table.WriteAsync(partition, Row(target, welcomed), etag, instruments, cancellation) is null)
            return Opening.Known;
        Remember(target, welcomed);
        return stored.WelcomedAt is null ? Opening.First : Opening.Empty;
    }

    private bool IsDue(StoredConversation stored) =>
        stored.WelcomedAt is not { } at || (settings.ClientsStartEmpty && time.GetUtcNow() - at > SameOpening);

    private async Task SaveAsync(string target, StoredConversation conversation, CancellationToken cancellation)
    {
        // Last writer wins on purpose, except for the welcome, which is read again so that a race never greets twice, and for who the
        // person was.
        var current = await table.GetAsync(partition, target, cancellation);
        var saved =
            current is null || Known(current) is not { } before
                ? conversation with
                {
                    FirstSeen = time.GetUtcNow(),
                }
                : Since(before, conversation);
        RowChange change = current is { ETag: { } etag }
            ? new RowChange.Replace(Row(target, saved), etag)
            : new RowChange.Add(Row(target, saved));
        // A lost race means that another delivery of the same moment wrote the same reference.
        if (await table.CommitAsync(partition, [change], cancellation) is CommitResult.Committed)
            Remember(target, saved);
    }

    private StoredConversation Since(StoredConversation before, StoredConversation now) =>
        now with
        {
            WelcomedAt = before.WelcomedAt,
            FirstSeen = before.FirstSeen,
            FormerNames =
                before.Person is { Name.Length: > 0 } person
                && now.Person is { Name.Length: > 0 } named
                && !PersonNames.Same(person.Name, named.Name)
                    ? [.. (before.FormerNames ?? []).Append(new(person.Name, time.GetUtcNow())).TakeLast(MostFormerNames)]
                    : before.FormerNames,
        };

    /// <summary>Null where it is damaged: the next message says it all again. One of a later release is not ours to write over.</summary>
    private StoredConversation? Known(Row row)
    {
        try
        {
            return Read(row);
        }
        catch (UnreadableRowException fault) when (!fault.Later)
        {
            damaged.Note(fault);
            return null;
        }
    }

    private StoredConversation Remember(string target, StoredConversation conversation) => known.Set(target, conversation);

    private static StoredConversation Read(Row row) => Rows.Read(row, StoredJson.Default.StoredConversation);

    private static Row Row(string target, StoredConversation conversation) =>
        Rows.Of(target, conversation, StoredJson.Default.StoredConversation);
}

public enum Opening
{
    /// <summary>The person knows the bot, and has their messages before them.</summary>
    Known,

    /// <summary>The bot has not introduced itself yet.</summary>
    First,

    /// <summary>Not the first one, of a client that shows nothing of what was before.</summary>
    Empty,
}
