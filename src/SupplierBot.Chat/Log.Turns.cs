using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat;

/// <content>Turns, and requests that were refused before they became one.</content>
internal static partial class Log
{
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

    [LoggerMessage(EventId = 189, Level = LogLevel.Warning, Message = "A file could not be fetched from its platform")]
    public static partial void FileNotFetched(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 190, Level = LogLevel.Information, Message = "A file was written: {Kind}, {Bytes} bytes, SHA-256 {Hash}")]
    public static partial void ExportMade(ILogger logger, string kind, long bytes, string hash);

    [LoggerMessage(EventId = 191, Level = LogLevel.Error, Message = "A file could not be written: {Kind}; nothing of it was kept")]
    public static partial void ExportFailed(ILogger logger, string kind, Exception fault);

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
        EventId = 134,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: its case is committed, but the draft could not be put away ({Reason}); the next turn of its owner does it"
    )]
    public static partial void DraftLeft(ILogger logger, string turnId, string reason);

    [LoggerMessage(
        EventId = 138,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: {CaseId} is undone, but its draft could not be brought back; its answers are in the request"
    )]
    public static partial void DraftNotRestored(ILogger logger, string turnId, string caseId);

    [LoggerMessage(
        EventId = 135,
        Level = LogLevel.Warning,
        Message = "Turn {TurnId}: its answer is on screen, but where could not be noted ({Reason}); a redelivery may show it twice"
    )]
    public static partial void ShownNotNoted(ILogger logger, string turnId, string reason);

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
}
