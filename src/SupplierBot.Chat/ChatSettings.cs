using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat;

/// <summary>What the host decided, validated before it gets here.</summary>
/// <param name="Places">Role to the conversation ids where its reviews are posted; direct messages to the holders where a role has
/// none.</param>
public sealed record ChatSettings(
    string OrganisationId,
    string OrganisationName,
    WorkingCalendar Calendar,
    RoleHolders Roles,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Places
)
{
    /// <summary>Clients keep nothing (the Playgrounds of local mode): what is open is shown again whenever one is opened.</summary>
    public bool ClientsStartEmpty { get; init; }

    /// <summary>
    /// By row key of a conversation, where it can be reached although nobody wrote from there yet: on Slack a person's or a channel's id is
    /// enough. Null where that is not known.
    /// </summary>
    public Func<string, ConversationReference?> Known { get; init; } = _ => null;

    /// <summary>Accounts whose e-mail address is the same are one person's: who asked on one platform cannot decide on the other.</summary>
    public bool JoinsAccounts { get; init; }

    /// <summary>
    /// Where people's browsers reach the bot, with a slash at its end; null where they can't, and nothing can be downloaded.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>How many platforms are configured.</summary>
    public int Platforms { get; init; } = 1;

    /// <summary>Reviews that a higher tier under another policy makes due on one working day.</summary>
    public int ReviewsADay { get; init; } = RegisterWalk.MostADay;

    /// <summary>Null where none is sent.</summary>
    public DigestSettings? Digest { get; init; }

    /// <summary>How many requests one person may send; null for as many as they like.</summary>
    public FairUse? FairUse { get; init; }

    /// <summary>How long a decision and a request that was sent can be undone, and nobody is notified; zero for not at all.</summary>
    public TimeSpan UndoFor { get; init; }

    /// <summary>How long drafts and operation markers are kept.</summary>
    public RetentionPeriods Retention { get; init; } = RetentionPeriods.Default;

    /// <summary>
    /// How long a turn may look for a free moment before it gives up: Teams drops a turn after 10–15 s
    /// (src/SupplierBot.BotFramework/PROTOCOL.md "Time limits").
    /// </summary>
    public TimeSpan TurnDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a turn looks for its commit after one whose outcome is unknown; with what the commit took (4 s) and the load before it
    /// below the turn's own time limit.
    /// </summary>
    public TimeSpan ConfirmDeadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a typed message's answer may wait for <c>Retry-After</c> before the acknowledgement.</summary>
    public TimeSpan PostDeadline { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one replica owns an outbox row; longer than any HTTP time-out.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// No other process can have this storage open (a SQLite file is locked): what another owner holds was left by a crash and is taken at
    /// once.
    /// </summary>
    public bool Alone { get; init; }

    /// <summary>How often the outbox is swept for what a crash left.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromSeconds(5);
}
