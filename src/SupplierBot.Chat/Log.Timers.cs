namespace SupplierBot.Chat;

/// <content>Timers, the clock and the weekly digest.</content>
internal static partial class Log
{
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

    [LoggerMessage(EventId = 145, Level = LogLevel.Information, Message = "Digest of {Week}: sent, rows written {Rows}")]
    public static partial void DigestSent(ILogger logger, string week, int rows);

    [LoggerMessage(EventId = 146, Level = LogLevel.Warning, Message = "Digests missed: {Weeks}; only the newest is sent")]
    public static partial void DigestsMissed(ILogger logger, string weeks);

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

    [LoggerMessage(
        EventId = 183,
        Level = LogLevel.Information,
        Message = "Policy {Version} gives {Cases} cases a higher tier; their reviews are due"
    )]
    public static partial void RulesChanged(ILogger logger, string version, int cases);

    [LoggerMessage(
        EventId = 184,
        Level = LogLevel.Error,
        Message = "The register could not be compared with the policy in force; what is left is compared on the next working day"
    )]
    public static partial void RulesChangeFailed(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 185,
        Level = LogLevel.Error,
        Message = "The register could not be walked for entries whose agreements nobody recorded; what is left comes on the next working day"
    )]
    public static partial void AgreementsNotAsked(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 240,
        Level = LogLevel.Information,
        Message = "{Owners} owners were asked about what happened to a provider of theirs"
    )]
    public static partial void ProvidersAsked(ILogger logger, int owners);

    [LoggerMessage(
        EventId = 241,
        Level = LogLevel.Error,
        Message = "The owners of what depends on a provider could not all be asked; the others are asked ten minutes later"
    )]
    public static partial void ProvidersNotAsked(ILogger logger, Exception fault);
}
