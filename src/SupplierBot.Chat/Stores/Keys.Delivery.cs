using System.Globalization;
using SupplierBot.Onboarding.Notifications;

namespace SupplierBot.Chat.Stores;

/// <content>The outbox, dead letters and slots.</content>
public static partial class Keys
{
    /// <summary>The version keeps two commits of one moment apart.</summary>
    public static string Outbox(DateTimeOffset created, string caseId, int version, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{OutboxPrefix}{Ticks(created)}-{caseId}-{version:D6}-{number:D3}");

    /// <summary>Begins the keys of all messages of one commit.</summary>
    public static string OutboxOf(DateTimeOffset due, string caseId, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{OutboxPrefix}{Ticks(due)}-{caseId}-{version:D6}-");

    /// <summary>Wanted once more for one slot, whatever the commits of its case want.</summary>
    public static string OutboxAgain(DateTimeOffset due, OutboxItem item) =>
        OutboxOf(due, item.CaseId, item.WantVersion, item.SlotId, item.Target);

    public static string OutboxOf(DateTimeOffset due, string caseId, int version, string slotId, string target) =>
        $"{Outbox(due, caseId, version, 0)}-{Part(slotId)}@{Part(target)}";

    /// <summary>The same row, due later: rows are read in the order of their time, and the key still says when they were made.</summary>
    public static string OutboxAt(DateTimeOffset due, string key) =>
        $"{OutboxPrefix}{Ticks(due)}-{Ticks(OutboxCreated(key) ?? due)}-{key[AfterTimes(key)..]}";

    /// <summary>Null where somebody else made the key.</summary>
    public static DateTimeOffset? OutboxCreated(string key) =>
        AfterTimes(key) is var end and > TickDigits
        && long.TryParse(key.AsSpan(end - 1 - TickDigits, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new(ticks, TimeSpan.Zero)
            : null;

    /// <summary>Where the id begins behind one or two times; 0 where the key is none of ours.</summary>
    private static int AfterTimes(string key)
    {
        var at = key.IndexOf(OutboxPrefix, StringComparison.Ordinal) + OutboxPrefix.Length;
        var first = at;
        while (
            at >= OutboxPrefix.Length
            && at + TickDigits < key.Length
            && key[at + TickDigits] == '-'
            && !key.AsSpan(at, TickDigits).ContainsAnyExceptInRange('0', '9')
        )
            at += TickDigits + 1;
        return at > first ? at : 0;
    }

    /// <summary>The end of the range of what is due.</summary>
    public static string OutboxAfter(DateTimeOffset now) => After($"{OutboxPrefix}{Ticks(now)}-");

    public static readonly string OutboxEnd = After(OutboxPrefix);

    /// <summary>One row a slot, whatever was wanted of it; <c>!</c> is no letter of an id.</summary>
    public static string Undelivered(OutboxItem item) => $"{UndeliveredPrefix(item.Target)}{item.CaseId}-{Part(item.SlotId)}";

    /// <summary>A row of the outbox as it is, under the key it had.</summary>
    public static string Unreadable(string key) => UnreadablePrefix + key;

    public static string UndeliveredPrefix(string target) => $"{DeadLetterPrefix}{Part(target)}!";

    /// <summary>
    /// Messages of announcements and digests lie apart from those of cases: a walk over cases takes each with its slots. The case may be
    /// what somebody sent.
    /// </summary>
    public static string Slot(string caseId, string slotId, string target) =>
        $"{(caseId.StartsWith("REQ-", StringComparison.Ordinal) ? SlotPrefix : AnnouncementSlotPrefix)}{Part(caseId)}-{Part(slotId)}@{Part(target)}";

    /// <summary>Every message of one slot of a case.</summary>
    public static string SlotsOf(string caseId, string slotId) => $"{SlotPrefix}{Part(caseId)}-{Part(slotId)}@";

    /// <summary>Every message of one announcement or digest.</summary>
    public static string AnnouncementSlots(string id) => $"{AnnouncementSlotPrefix}{Part(id)}-";

    public static string ReviewSlots(string caseId) => $"{SlotPrefix}{Part(caseId)}-{Slots.ReviewPrefix}";
}
