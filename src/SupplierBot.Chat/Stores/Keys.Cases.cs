using System.Globalization;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <content>Cases, their events and timers, and the index rows that list them.</content>
public static partial class Keys
{
    /// <summary>The id may be what somebody sent: what is no id names a row that nobody has.</summary>
    public static string Case(string caseId) => CasePrefix + Part(caseId);

    public static string Event(string caseId, int sequence) => EventsOf(caseId) + sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Every audit event of one case.</summary>
    public static string EventsOf(string caseId) => $"{EventPrefix}{caseId}-";

    public static string Due(DateTimeOffset due, string caseId) => $"{OpenPrefix}{Ticks(due)}-{caseId}";

    /// <summary>Open cases in the order in which they wait; see <see cref="CaseQueue"/>.</summary>
    public static string Queue(int place, Tier tier, DateTimeOffset due, string caseId) =>
        $"{QueuePrefix(place, tier)}{Ticks(due)}-{caseId}";

    /// <summary>The highest tier sorts first.</summary>
    public static string QueuePrefix(int place, Tier tier) =>
        string.Create(CultureInfo.InvariantCulture, $"{QueuePrefix(place)}{Tier.Critical - tier}-");

    public static string QueuePrefix(int place) => string.Create(CultureInfo.InvariantCulture, $"{WaitingPrefix}{place}-");

    public static string Mine(PersonId person, DateTimeOffset submitted, string caseId) =>
        $"{MinePrefix(person)}{Ticks(DateTimeOffset.MaxValue.Ticks - submitted.UtcTicks)}-{caseId}";

    public static string MinePrefix(PersonId person) => $"{RequesterPrefix}{Part(person.Value)}-";

    public static string CaseCounter(int year) => CounterPrefix + year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>When time alone does something to a case.</summary>
    public static string Timer(DateTimeOffset at, string caseId) => $"{TimerPrefix}{Ticks(at)}-{caseId}";

    /// <summary>The end of the range of what is due.</summary>
    public static string TimerAfter(DateTimeOffset now) => After($"{TimerPrefix}{Ticks(now)}-");

    /// <summary>The case, or the draft's owner, that a timer is about.</summary>
    public static string OfTimer(string key) => key[(key.IndexOf('-', StringComparison.Ordinal) + 1 + TickDigits + 1)..];

    /// <summary>As the timers of open cases, which are many and soon: a search for what was approved does not read those.</summary>
    public static string ApprovedTimer(DateTimeOffset at, string caseId) => $"{ApprovedTimerPrefix}{Ticks(at)}-{caseId}";

    public static string ApprovedTimerAfter(DateTimeOffset now) => After($"{ApprovedTimerPrefix}{Ticks(now)}-");

    /// <summary>Ended cases by when they ended.</summary>
    public static string Decided(DateTimeOffset at, string caseId) => $"{DecidedPrefix}{Ticks(at)}-{caseId}";

    public static string DecidedAfter(DateTimeOffset at) => After($"{DecidedPrefix}{Ticks(at)}-");

    /// <summary>Cases by their newest incident, the newest first.</summary>
    public static string Incident(DateTimeOffset at, string caseId) =>
        $"{IncidentPrefix}{Ticks(DateTimeOffset.MaxValue.Ticks - at.UtcTicks)}-{caseId}";

    public static DateTimeOffset DecidedAt(string key) =>
        new(long.Parse(key.AsSpan(DecidedPrefix.Length, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The case or the register entry that an index row leads to, by its key alone; null where it names none.</summary>
    public static string? OfIndex(string key) =>
        Math.Max(key.LastIndexOf("REQ-", StringComparison.Ordinal), key.LastIndexOf("SUP-", StringComparison.Ordinal)) is var at and > 0
            ? key[at..]
            : null;
}
