using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat;

/// <summary>Ids, outcomes and durations; never names, answers or payloads.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 101,
        Level = LogLevel.Warning,
        Message = "Case {CaseId}, slot {SlotId}: posted again after an unknown outcome; it may appear twice"
    )]
    public static partial void PossibleDuplicate(ILogger logger, string caseId, string slotId);

    [LoggerMessage(
        EventId = 102,
        Level = LogLevel.Warning,
        Message = "Case {CaseId}, slot {SlotId}: the outcome of the post is unknown ({Reason})"
    )]
    public static partial void UnknownOutcome(ILogger logger, string caseId, string slotId, string reason);

    [LoggerMessage(
        EventId = 103,
        Level = LogLevel.Information,
        Message = "Case {CaseId}, slot {SlotId}: not delivered ({Reason}); again in {Wait}"
    )]
    public static partial void NotDelivered(ILogger logger, string caseId, string slotId, string reason, TimeSpan wait);

    [LoggerMessage(
        EventId = 105,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: the outcome of posting its answer is unknown ({Reason}); it may appear twice"
    )]
    public static partial void AnswerUnknown(ILogger logger, string turnId, string reason);

    [LoggerMessage(
        EventId = 106,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId} was delivered again before its card was known to be shown; it may appear twice"
    )]
    public static partial void AnsweredAgain(ILogger logger, string turnId);

    [LoggerMessage(EventId = 104, Level = LogLevel.Error, Message = "The outbox could not be swept; the rows stay and are tried again")]
    public static partial void SweepFailed(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 111,
        Level = LogLevel.Warning,
        Message = "Case {CaseId}, slot {SlotId}: cannot be delivered until somebody acts ({Reason}); again in {Wait}"
    )]
    public static partial void Undeliverable(ILogger logger, string caseId, string slotId, string reason, TimeSpan wait);

    [LoggerMessage(
        EventId = 120,
        Level = LogLevel.Information,
        Message = "Case {CaseId}, slot {SlotId}: a copy nobody knew was found when it was looked at"
    )]
    public static partial void CopyAdopted(ILogger logger, string caseId, string slotId);

    [LoggerMessage(
        EventId = 114,
        Level = LogLevel.Information,
        Message = "Case {CaseId}, slot {SlotId}: waits until the conversation can be reached"
    )]
    public static partial void WaitsForConversation(ILogger logger, string caseId, string slotId);

    [LoggerMessage(
        EventId = 115,
        Level = LogLevel.Error,
        Message = "Case {CaseId}, slot {SlotId}: put aside after {Attempts} attempts ({Reason}); an admin can say `deliveries`"
    )]
    public static partial void DeadLettered(ILogger logger, string caseId, string slotId, string reason, int attempts);

    [LoggerMessage(
        EventId = 116,
        Level = LogLevel.Information,
        Message = "Case {CaseId}, slot {SlotId}: to be delivered again, says {Admin}"
    )]
    public static partial void TriedAgain(ILogger logger, string caseId, string slotId, PersonId admin);

    [LoggerMessage(
        EventId = 117,
        Level = LogLevel.Error,
        Message = "Case {CaseId}, slot {SlotId}: could not be delivered because of a fault; tried again later"
    )]
    public static partial void DeliveryFault(ILogger logger, string caseId, string slotId, Exception fault);

    [LoggerMessage(EventId = 118, Level = LogLevel.Error, Message = "Row {Key} of the outbox cannot be read; the others go on")]
    public static partial void UnreadableOutboxRow(ILogger logger, string key, Exception fault);

    [LoggerMessage(EventId = 112, Level = LogLevel.Debug, Message = "Turn {TurnId} ({Kind}): {Outcome} in {Milliseconds} ms")]
    public static partial void TurnHandled(ILogger logger, string turnId, string kind, string outcome, double milliseconds);

    [LoggerMessage(EventId = 136, Level = LogLevel.Information, Message = "Turn {TurnId}: nothing was changed ({Reason})")]
    public static partial void TurnRefused(ILogger logger, string turnId, string reason);

    [LoggerMessage(EventId = 137, Level = LogLevel.Information, Message = "Turn {TurnId} was delivered again; nothing is done twice")]
    public static partial void DeliveredAgain(ILogger logger, string turnId);

    [LoggerMessage(
        EventId = 107,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId} ({Kind}) was given up after {Milliseconds} ms: every commit lost its race, or the answer could not be posted"
    )]
    public static partial void TurnGivenUp(ILogger logger, string turnId, string kind, double milliseconds);

    [LoggerMessage(
        EventId = 108,
        Level = LogLevel.Information,
        Message = "Turn {TurnId}, case {CaseId}: {AuditEvent}, now version {Version}"
    )]
    public static partial void CaseCommitted(ILogger logger, string turnId, string caseId, AuditEventKind? auditEvent, int version);

    [LoggerMessage(
        EventId = 109,
        Level = LogLevel.Information,
        Message = "Turn {TurnId}, case {CaseId}: the commit lost its race ({Conflict}); decided again"
    )]
    public static partial void CommitConflict(ILogger logger, string turnId, string caseId, ConflictKind conflict);

    [LoggerMessage(
        EventId = 113,
        Level = LogLevel.Information,
        Message = "Turn {TurnId}, case {CaseId}: the reply to the commit was lost; it was found written"
    )]
    public static partial void ReplyLost(ILogger logger, string turnId, string caseId);

    [LoggerMessage(
        EventId = 133,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}, case {CaseId}: an index row was missing; its index rows were written again, and the turn is decided again"
    )]
    public static partial void IndexRebuilt(ILogger logger, string turnId, string caseId);

    [LoggerMessage(
        EventId = 121,
        Level = LogLevel.Information,
        Message = "Retention: {Drafts} drafts, {Markers} operation markers and {Announcements} announcements and digests deleted"
    )]
    public static partial void RetentionSwept(ILogger logger, long drafts, long markers, long announcements);

    [LoggerMessage(
        EventId = 122,
        Level = LogLevel.Warning,
        Message = "Retention: the round was given up; the next one starts over tomorrow"
    )]
    public static partial void RetentionFailed(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 134,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: its case is committed, but the draft could not be put away ({Reason}); the next turn of its owner does it"
    )]
    public static partial void DraftLeft(ILogger logger, string turnId, string reason);

    [LoggerMessage(
        EventId = 135,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: its answer is on screen, but where could not be noted ({Reason}); a redelivery may show it twice"
    )]
    public static partial void ShownNotNoted(ILogger logger, string turnId, string reason);

    [LoggerMessage(EventId = 130, Level = LogLevel.Information, Message = "The storage was not used before: the register begins empty")]
    public static partial void StorageNew(ILogger logger);

    [LoggerMessage(
        EventId = 131,
        Level = LogLevel.Critical,
        Message = "The storage was emptied, swapped or replaced under the running bot: no turn is taken until it is back. Where it was restored on purpose, restart the bot"
    )]
    public static partial void StorageLost(ILogger logger);

    [LoggerMessage(EventId = 132, Level = LogLevel.Warning, Message = "The storage is back; turns are taken again")]
    public static partial void StorageBack(ILogger logger);

    [LoggerMessage(EventId = 140, Level = LogLevel.Warning, Message = "Roles and places: {AuditEvent} by {Actor}, change {Number}")]
    public static partial void RolesChanged(ILogger logger, AuditEventKind auditEvent, PersonId actor, int number);

    [LoggerMessage(
        EventId = 141,
        Level = LogLevel.Information,
        Message = "Roles and places: change {Number} carried through, open cases {Cases}"
    )]
    public static partial void RolesPropagated(ILogger logger, int number, int cases);

    [LoggerMessage(
        EventId = 142,
        Level = LogLevel.Error,
        Message = "Roles and places: the newest change could not be carried through; it is tried again"
    )]
    public static partial void RolePropagationFailed(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 143,
        Level = LogLevel.Error,
        Message = "Timer {Key}: what is due could not be done; it is tried again a minute later"
    )]
    public static partial void ClockFailed(ILogger logger, string key, Exception fault);

    [LoggerMessage(
        EventId = 144,
        Level = LogLevel.Error,
        Message = "The clock could not look for what is due; it looks again a minute later"
    )]
    public static partial void TickFailed(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 180, Level = LogLevel.Error, Message = "Row {Key} is left out of what is shown: {Fault}")]
    public static partial void RowLeftOut(ILogger logger, string key, string fault);

    [LoggerMessage(
        EventId = 181,
        Level = LogLevel.Information,
        Message = "Register fingerprint {Fingerprint}, {Cases} cases, {Entries} entries"
    )]
    public static partial void FingerprintTaken(ILogger logger, string fingerprint, long cases, long entries);

    [LoggerMessage(
        EventId = 182,
        Level = LogLevel.Error,
        Message = "The register fingerprint could not be taken; it is tried again in an hour"
    )]
    public static partial void FingerprintFailed(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 145, Level = LogLevel.Information, Message = "Digest of {Week}: sent, rows written {Rows}")]
    public static partial void DigestSent(ILogger logger, string week, int rows);

    [LoggerMessage(EventId = 146, Level = LogLevel.Warning, Message = "Digests missed: {Weeks}; only the newest is sent")]
    public static partial void DigestsMissed(ILogger logger, string weeks);

    [LoggerMessage(
        EventId = 155,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}, case {CaseId}: not decided, because nobody can say whose account {Person} is: its platform was asked and {Reason}. On Slack the app needs the scope users:read.email, and the person a confirmed address"
    )]
    public static partial void AccountUnclear(ILogger logger, string turnId, string caseId, PersonId person, string reason);

    [LoggerMessage(
        EventId = 156,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: {Person} sends a request, and no e-mail address of theirs is known; until their platform says one, only people on the same platform can decide it"
    )]
    public static partial void SentWithoutAddress(ILogger logger, string turnId, PersonId person);

    [LoggerMessage(
        EventId = 157,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: what is not for the channel could not be said in the person's own chat ({Reason})"
    )]
    public static partial void NotSaidInOwnChat(ILogger logger, string turnId, string reason);

    [LoggerMessage(
        EventId = 170,
        Level = LogLevel.Warning,
        Message = "A request was refused with {Status}. {Reason}. More of the kind are counted for a minute"
    )]
    public static partial void RequestRefused(ILogger logger, int status, string reason);

    [LoggerMessage(EventId = 171, Level = LogLevel.Warning, Message = "Requests turned away in a minute: {Count}. {Kinds}")]
    public static partial void RequestsRefused(ILogger logger, long count, string kinds);

    [LoggerMessage(
        EventId = 172,
        Level = LogLevel.Information,
        Message = "A request was acknowledged and left alone. {Reason}. More of the kind are counted for a minute"
    )]
    public static partial void RequestLeftAlone(ILogger logger, string reason);

    [LoggerMessage(
        EventId = 173,
        Level = LogLevel.Error,
        Message = "The machine's clock jumped by {Jump}, or the machine slept. Reminders, closings, suspensions, digests and deletions wait until it has run evenly for {Hold}. Check its time and that it is synchronised (NTP)"
    )]
    public static partial void ClockJumped(ILogger logger, TimeSpan jump, TimeSpan hold);

    [LoggerMessage(
        EventId = 174,
        Level = LogLevel.Error,
        Message = "The machine's clock is behind {Known}, which the storage knows already. Reminders, closings, suspensions, digests and deletions wait for {Hold}; then the clock is believed, and what an earlier clock did too soon is put right. Check its time and that it is synchronised (NTP)"
    )]
    public static partial void ClockBehind(ILogger logger, DateTimeOffset known, TimeSpan hold);

    [LoggerMessage(
        EventId = 175,
        Level = LogLevel.Error,
        Message = "Another replica's clock differs by {Apart}. On both, reminders, closings, suspensions, digests and deletions wait until they agree. Check the time of both machines and that they are synchronised (NTP)"
    )]
    public static partial void ClocksDiffer(ILogger logger, TimeSpan apart);

    [LoggerMessage(
        EventId = 176,
        Level = LogLevel.Warning,
        Message = "Nobody has looked for what is due since {Known}: the bot was off, or the machine's clock is ahead. What became due meanwhile waits for {Hold}; if the time of the machine is wrong, put it right before"
    )]
    public static partial void StoodStill(ILogger logger, DateTimeOffset known, TimeSpan hold);

    [LoggerMessage(
        EventId = 177,
        Level = LogLevel.Warning,
        Message = "The machine's clock ran evenly and is believed again: it is {Now}; what is due is done now"
    )]
    public static partial void ClockBelieved(ILogger logger, DateTimeOffset now);

    [LoggerMessage(
        EventId = 178,
        Level = LogLevel.Warning,
        Message = "The last digest was noted for {Last}, which is still to come: a clock was ahead. It was put right, and the next digest comes as scheduled"
    )]
    public static partial void DigestPutRight(ILogger logger, DateTimeOffset last);

    [LoggerMessage(
        EventId = 179,
        Level = LogLevel.Warning,
        Message = "Put right after a clock that was ahead: {Messages} messages are due now, and {Cases} cases are as they were before what is still to come"
    )]
    public static partial void PutRight(ILogger logger, int messages, int cases);

    [LoggerMessage(EventId = 110, Level = LogLevel.Warning, Message = "The pending cases could not be counted; nothing else depends on it")]
    public static partial void PendingNotRead(ILogger logger, Exception fault);
}
