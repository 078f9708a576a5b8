using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat;

/// <content>Messages and what becomes of them.</content>
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

    [LoggerMessage(
        EventId = 205,
        Level = LogLevel.Warning,
        Message = "{Person} seems to have left ({Reason}): owns {Entries} suppliers in use and holds {Roles} roles; admins are notified"
    )]
    public static partial void SomebodyLeft(ILogger logger, PersonId person, string reason, int entries, int roles);

    [LoggerMessage(EventId = 206, Level = LogLevel.Error, Message = "{Person} left, and what they own could not be looked up")]
    public static partial void LeaverNotNoted(ILogger logger, PersonId person, Exception fault);
}
