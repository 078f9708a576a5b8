using System.Text.Json.Serialization;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Roles;

/// <summary>
/// What was changed in chat about who holds a role and where its reviews are posted: laid over the configuration, which it never replaces.
/// </summary>
public sealed record RoleAssignments
{
    /// <summary>What its chain of events is called, as a case's is by its number.</summary>
    public const string Name = "ROLES";

    public static readonly RoleAssignments Empty = new();

    /// <summary>Whatever the configuration says: they hold it.</summary>
    public IReadOnlyList<RoleHolding> Given { get; init; } = [];

    /// <summary>Whatever the configuration says: they do not hold it. Nobody is in both for one role.</summary>
    public IReadOnlyList<RoleHolding> Taken { get; init; } = [];
    public IReadOnlyList<ReviewPlace> Places { get; init; } = [];

    /// <summary>Who is away, and who stands in for them; those of the past go with the next change.</summary>
    public IReadOnlyList<Absence> Away
    {
        get;
        init => field = value ?? Nothing();
    } = [];

    [JsonPropertyName("factCount")]
    public int EventCount { get; init; }
    public string ChainHead { get; init; } = HashChain.Start;

    /// <summary>
    /// Of the hash by which the newest event seals the book (<see cref="CaseSeal"/>); null for one that was kept before there were seals.
    /// </summary>
    public string? Salt { get; init; }

    /// <summary>The newest changes, at most <see cref="MostHistory"/>, for the card; the events have all.</summary>
    [JsonPropertyName("story")]
    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    public const int MostHistory = 5;

    /// <summary>The book as it will be, with the event that says what was changed and seals it.</summary>
    internal (RoleAssignments Book, ChainedEvent Fact) With(AuditEvent change, string newId)
    {
        var after = this with { Salt = Salt is { Length: > 0 } ? Salt : newId };
        var sealedChange = change with { Details = [.. change.Details, new(CaseSeal.Detail, CaseSeal.Of(after))] };
        var auditEvent = HashChain.Append(ChainHead, EventCount + 1, Name, sealedChange);
        return (after with { EventCount = auditEvent.Sequence, ChainHead = auditEvent.Hash }, auditEvent);
    }

    /// <summary>A member that came later is null in what was kept before.</summary>
    private static IReadOnlyList<Absence> Nothing() => [];
}

public sealed record RoleHolding(string Role, Person Person)
{
    /// <summary>Who gave it; null for what was given before this was kept, and for what was taken.</summary>
    public Person? GivenBy { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>A role given so shortly before a request may have been given for it; what was given earlier is shown and counts.</summary>
    public static readonly TimeSpan GivenFor = TimeSpan.FromDays(30);

    public bool MayBeGivenFor(Case request) => At > request.SubmittedAt - GivenFor;
}

/// <param name="Conversation">The channel's own id of the conversation, without a thread.</param>
public sealed record ReviewPlace(string Role, string Conversation, PlaceState State);

public enum PlaceState
{
    Open,

    /// <summary>The bot cannot reach it: reviews go to each holder until it can.</summary>
    Lost,
    GivenUp,
}
