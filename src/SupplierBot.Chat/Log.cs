namespace SupplierBot.Chat;

/// <summary>Ids, outcomes and durations; never names, answers or payloads.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "Case {CaseId}, slot {SlotId}: posted again after an unknown outcome; it may appear twice")]
    public static partial void PossibleDuplicate(ILogger logger, string caseId, string slotId);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Case {CaseId}, slot {SlotId}: the outcome of the post is unknown ({Reason})")]
    public static partial void UnknownOutcome(ILogger logger, string caseId, string slotId, string reason);

    [LoggerMessage(EventId = 103, Level = LogLevel.Information, Message = "Case {CaseId}, slot {SlotId}: not delivered ({Reason}); again in {Wait}")]
    public static partial void NotDelivered(ILogger logger, string caseId, string slotId, string reason, TimeSpan wait);

    [LoggerMessage(EventId = 104, Level = LogLevel.Error, Message = "The outbox could not be swept; the rows stay and are tried again")]
    public static partial void SweepFailed(ILogger logger, Exception fault);
}
