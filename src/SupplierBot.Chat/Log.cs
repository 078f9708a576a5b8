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

    [LoggerMessage(EventId = 105, Level = LogLevel.Warning, Message = "Turn {TurnId}: the outcome of posting its answer is unknown ({Reason}); it may appear twice")]
    public static partial void AnswerUnknown(ILogger logger, string turnId, string reason);

    [LoggerMessage(EventId = 106, Level = LogLevel.Warning, Message = "Turn {TurnId} was delivered again before its card was known to be shown; it may appear twice")]
    public static partial void AnsweredAgain(ILogger logger, string turnId);

    [LoggerMessage(EventId = 104, Level = LogLevel.Error, Message = "The outbox could not be swept; the rows stay and are tried again")]
    public static partial void SweepFailed(ILogger logger, Exception fault);
}
