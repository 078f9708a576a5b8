using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat;

/// <content>Roles, storage, retention and the fingerprint.</content>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 121,
        Level = LogLevel.Information,
        Message = "Retention: {Drafts} drafts, {Markers} operation markers and {Announcements} announcements and digests deleted, and {Files} files that nothing names"
    )]
    public static partial void RetentionSwept(ILogger logger, long drafts, long markers, long announcements, long files);

    [LoggerMessage(
        EventId = 122,
        Level = LogLevel.Warning,
        Message = "Retention: the round was given up; the next one starts over tomorrow"
    )]
    public static partial void RetentionFailed(ILogger logger, Exception fault);

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

    [LoggerMessage(EventId = 195, Level = LogLevel.Information, Message = "Import {Batch} of {Lines} lines is {Stage}")]
    public static partial void RegisterImported(ILogger logger, string batch, int lines, ImportStage stage);

    [LoggerMessage(EventId = 196, Level = LogLevel.Error, Message = "An import stopped half-way; it goes on from where it is")]
    public static partial void ImportStopped(ILogger logger, Exception fault);

    [LoggerMessage(
        EventId = 197,
        Level = LogLevel.Information,
        Message = "Owners asked to assess suppliers from before the register: {Owners}"
    )]
    public static partial void LegacyAsked(ILogger logger, int owners);

    [LoggerMessage(EventId = 198, Level = LogLevel.Error, Message = "Owners could not be asked to assess suppliers; it is tried again")]
    public static partial void LegacyNotAsked(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 110, Level = LogLevel.Warning, Message = "The pending cases could not be counted; nothing else depends on it")]
    public static partial void PendingNotRead(ILogger logger, Exception fault);
}
