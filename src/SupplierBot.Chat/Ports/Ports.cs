using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Ports;

/// <summary>
/// What is kept: rows sorted by key inside partitions, with the semantics of Azure Table Storage (src/SupplierBot.Storage/TABLES.md
/// "Versions and order"). Expected outcomes are values; faults (disk, network, corruption) are exceptions. Thread-safe.
/// </summary>
public interface ITable
{
    /// <summary>The row, or null where there is none. Strongly consistent.</summary>
    Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation);

    /// <summary>
    /// All changes or none, in the order given (an entity group transaction). At most 100 changes of at most 4 MiB in one partition, each
    /// key once; what the real service would refuse throws <see cref="ArgumentException"/> naming row and limit.
    /// </summary>
    /// <remarks>
    /// A conflict can be the caller's own doing: a client that repeats a request whose reply was lost gets 409, 412 or 404 for what it
    /// wrote itself (src/SupplierBot.Storage/TABLES.md "Lost replies"). Who writes therefore leaves a mark that nobody else would, and
    /// looks for it before deciding again.
    /// </remarks>
    /// <exception cref="OutcomeUnknownException">No reply in time: all of it is written or nothing, or it will be in a moment.</exception>
    Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation);

    /// <summary>Rows with <c>from &lt;= key &lt; before</c> in ordinal order, at most <paramref name="take"/> (1–1000).</summary>
    Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation);
}

/// <summary>
/// A batch was sent and nobody answered. A caller who must know looks for what it would have written; "failed" would be a lie.
/// </summary>
public sealed class OutcomeUnknownException(string message, Exception? cause = null) : IOException(message, cause);

/// <summary>Values are string, int, long, bool, double, DateTimeOffset (UTC, 1601 or later), Guid or byte[]; never null.</summary>
/// <param name="ETag">Opaque version of the stored row; null for one that was not read from the table.</param>
public sealed record Row(string Key, IReadOnlyDictionary<string, object> Values, string? ETag = null);

public abstract record RowChange(string Key)
{
    /// <summary>Refused as <see cref="ConflictKind.Exists"/> where the key is taken.</summary>
    public sealed record Add(Row Row) : RowChange(Row.Key);

    /// <summary>Replaces the whole row if it still has the ETag.</summary>
    public sealed record Replace(Row Row, string ETag) : RowChange(Row.Key);

    /// <summary>Writes the whole row, whatever was there. Only for rows guarded by another row's ETag in the same batch.</summary>
    public sealed record Put(Row Row) : RowChange(Row.Key);

    /// <summary>A missing row fails the batch as <see cref="ConflictKind.Missing"/>; a null ETag deletes any version.</summary>
    public sealed record Delete(string Key, string? ETag = null) : RowChange(Key);
}

public abstract record CommitResult
{
    private CommitResult() { }

    /// <param name="ETags">One for each change, in order; null for a deletion.</param>
    public sealed record Committed(IReadOnlyList<string?> ETags) : CommitResult;

    /// <param name="Index">0-based position of the change that failed; nothing was written.</param>
    public sealed record Conflict(int Index, ConflictKind Kind) : CommitResult;
}

public enum ConflictKind
{
    Exists,
    Stale,
    Missing,
}

/// <summary>
/// A channel's layout and its way out. One implementation a platform; thread-safe; never throws for what the platform answers.
/// </summary>
public interface IChannel
{
    /// <summary>The key of <see cref="ConversationReference.Channel"/>, and what the ids of its people begin with.</summary>
    string Name { get; }

    /// <summary>The sentences its people read: those of every channel, with its own in the place of some.</summary>
    Wording Wording { get; }

    /// <summary>The view as the platform shows it there: whole where it fits, else in fewer words until it does. Pure.</summary>
    RenderedCard Render(View view, CardPlace place);

    /// <summary>
    /// How many people see a view of their own in a message that all share, without pressing anything; 0 where everybody sees the same.
    /// </summary>
    int MostOwnViews => 0;

    /// <summary>Posts a new message. Not idempotent: <see cref="DeliveryOutcome.Unknown"/> may have been delivered.</summary>
    Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation);

    /// <summary>Replaces a message. Idempotent: anything that is not an answer is <see cref="DeliveryOutcome.NotSent"/>.</summary>
    Task<DeliveryOutcome> UpdateAsync(ConversationReference to, string messageId, RenderedCard card, CancellationToken cancellation);
}

/// <summary>What became of a message, by what may be done next (DELIVERY.md "Outcomes").</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <param name="MessageId">Null where the platform names none: the message can never be updated.</param>
    public sealed record Delivered(string? MessageId) : DeliveryOutcome;

    /// <summary>Not delivered; safe to repeat after the wait.</summary>
    public sealed record Throttled(TimeSpan RetryAfter) : DeliveryOutcome;

    /// <summary>Not delivered; safe to repeat.</summary>
    public sealed record NotSent(string Reason) : DeliveryOutcome;

    /// <summary>May have been delivered: a repeat may be a duplicate.</summary>
    public sealed record Unknown(string Reason) : DeliveryOutcome;

    /// <summary>The message to update is not there any more; the conversation is.</summary>
    public sealed record MessageGone : DeliveryOutcome;

    /// <summary>The conversation cannot be reached until the bot is installed again.</summary>
    public sealed record ConversationGone(string Code) : DeliveryOutcome;

    /// <summary>Repeating cannot help: registration, permission, size or address.</summary>
    public sealed record Refused(string Reason) : DeliveryOutcome;
}

/// <summary>Every channel hands its turns to this one place.</summary>
public interface ITurnHandler
{
    /// <summary>
    /// Committed before it returns: the return is the acceptance (src/README.md "The life of a message"). Throws only where nothing was
    /// saved or the outcome is unknown and no answer could be made.
    /// </summary>
    Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation);
}

/// <summary>
/// Where a platform's own groups say who holds a role. Thread-safe; answers within a turn's time, from what it knows where the platform
/// does not.
/// </summary>
public interface IRoleGroups
{
    /// <summary>
    /// The configured holders, with the members of a group in place of the people of this platform wherever one is named and can be read.
    /// </summary>
    ValueTask<RoleHolders> FillAsync(RoleHolders configured, CancellationToken cancellation);
}

/// <summary>
/// Where people have their lists before them without asking. Told after a case changed, by a turn of any channel, the clock or another
/// replica, and before its messages are out; also more often than it changed. Nothing where a platform has no such place. Thread-safe;
/// never throws; does not wait.
/// </summary>
public interface IOpenLists
{
    /// <summary>
    /// What <c>mine</c> and <c>pending</c> say to these people may be something else now: people of every platform, each perhaps twice.
    /// </summary>
    void Changed(IEnumerable<PersonId> people);
}
