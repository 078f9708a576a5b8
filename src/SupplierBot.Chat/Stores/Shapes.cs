using System.Text.Json.Serialization;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>A draft with its own message: where it is shown, which revision, and which deliveries of the platform it has seen.</summary>
/// <param name="Wanted">Counts what should be on screen; a redelivered turn posts only while <see cref="Shown"/> is behind.</param>
/// <param name="Recent">The newest turn ids, at most 10: a redelivered one changes nothing.</param>
public sealed record StoredDraft(Draft Draft, string? MessageId, int Wanted, int Shown, IReadOnlyList<string> Recent);

/// <param name="Person">Whose personal conversation it is; null for a channel or group.</param>
/// <param name="WelcomedAt">When the bot last introduced itself here; null where it never did.</param>
/// <param name="FirstSeen">When the person first wrote, or first had the bot; null for one who did before that was kept.</param>
/// <param name="FormerNames">The newest names under which they wrote before; null for none.</param>
public sealed record StoredConversation(
    ConversationReference Reference,
    Person? Person,
    DateTimeOffset? WelcomedAt,
    bool Removed,
    DateTimeOffset? FirstSeen = null,
    IReadOnlyList<FormerName>? FormerNames = null
);

/// <param name="Addresses">Hashes of e-mail addresses, oldest first.</param>
public sealed record StoredAccount(IReadOnlyList<string> Addresses);

/// <param name="Ids">In the order in which they were seen.</param>
public sealed record JoinedAccounts(IReadOnlyList<PersonId> Ids);

/// <summary>"Slot X must show at least version n": no card is stored, so that retries and bursts are harmless.</summary>
/// <param name="CaseId">The case, or the <see cref="Announcement"/>.</param>
/// <param name="Target">Row key of the conversation: <c>u-…</c> or <c>c-…</c>.</param>
public sealed record OutboxItem(
    string CaseId,
    string SlotId,
    string Target,
    int WantVersion,
    DateTimeOffset Next,
    string LeaseOwner,
    DateTimeOffset LeaseUntil,
    int Attempts,
    string LastError
)
{
    /// <summary>
    /// As <see cref="WantVersion"/>: whatever the slot is known to show, a replica that lost its lease may have shown something older
    /// since.
    /// </summary>
    public const int ShowAgain = int.MaxValue;

    /// <summary>The newest, unless that is what it shows already.</summary>
    public const int Look = int.MaxValue - 1;

    /// <summary>
    /// This row stands for the messages behind this one in their order (<see cref="MessageOrder"/>), which are still to be written; null
    /// for one message.
    /// </summary>
    public string? After { get; init; }

    /// <summary>Who asked for what the message is about; null where nobody did, and in rows of earlier releases.</summary>
    public PersonId? Requester { get; init; }

    /// <summary>Of the case; null where it is about none, and in rows of earlier releases.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The rest of the messages about something, beyond those that were written with it.</summary>
    public static OutboxItem RestOf(MessageSubject subject, int version, string after, DateTimeOffset now) =>
        new(subject.Id, "rest", "rest-" + subject.Id, version, now, "", DateTimeOffset.UnixEpoch, 0, "")
        {
            After = after,
            Requester = subject.Requester,
            Tier = subject.Tier,
        };
}

/// <param name="MessageIds">Every known copy; the first is the one we posted.</param>
/// <param name="ShownVersion">What every known copy shows at least; 0 where that is not known.</param>
/// <param name="ShownHash">SHA-256 of the card that is on screen: an equal card is not sent again.</param>
/// <param name="Posting">A POST was begun and its outcome is not known: posting again may double the message.</param>
/// <param name="Duplicates">POSTs repeated after an unknown outcome.</param>
/// <param name="Holder">Which replica is showing something in it; empty while it rests after a POST with an unknown outcome, null where it
/// is free.</param>
/// <param name="HeldUntil">Until then nobody else shows anything in it.</param>
/// <param name="Gone">Messages that turned out not to be there: never adopted again.</param>
public sealed record SlotState(
    string CaseId,
    string SlotId,
    string Target,
    IReadOnlyList<string> MessageIds,
    int ShownVersion,
    string ShownHash,
    bool Posting,
    int Duplicates,
    string? Holder = null,
    DateTimeOffset? HeldUntil = null,
    IReadOnlyList<string>? Gone = null
)
{
    /// <summary>Nobody posts again for a moment, so that the message that may be there can tell its id.</summary>
    [JsonIgnore]
    public bool Resting => Holder is "";

    public static SlotState New(OutboxItem item) => new(item.CaseId, item.SlotId, item.Target, [], 0, "", false, 0);
}

/// <summary>
/// What could not be delivered: out of the way of the outbox until its conversation can be reached, or an admin asks for it again.
/// </summary>
/// <param name="Reason">The platform's code, or ours; never a text of the platform.</param>
/// <param name="Unreachable">The conversation was not known or the bot not in it: due again as soon as it is.</param>
public sealed record StoredDeadLetter(OutboxItem Item, string Reason, DateTimeOffset At, bool Unreachable);
