using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Every partition and row key, in one place (src/SupplierBot.Storage/TABLES.md "Partitions and keys"): the prefix tells the kind, order is
/// ordinal, times are zero-padded ticks.
/// </summary>
public static class Keys
{
    private static readonly SearchValues<char> Safe = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:@"
    );

    // Kinds of rows in the partition of the organisation.
    public const string CasePrefix = "r-";
    public const string EventPrefix = "a-";
    public const string EntryPrefix = "s-";
    public const string MarkerPrefix = "k-";
    public const string DeliveryPrefix = "k-turn-";
    public const string OutboxPrefix = "o-";
    public const string DeadLetterPrefix = "x-";
    public const string UnreadablePrefix = "x-!";
    public const string SlotPrefix = "m-";
    public const string AnnouncementSlotPrefix = "nm-";
    public const string AnnouncementPrefix = "n-";
    public const string CounterPrefix = "c-";
    public const string TimerPrefix = "t-";
    public const string ApprovedTimerPrefix = "ta-";
    public const string RolesEventPrefix = "b-roles-";
    public const string RolesGuardPrefix = "g-roles-";

    // Its index rows: cases that are open, that wait, by requester, by look-alike name, by website, by the day they ended …
    public const string OpenPrefix = "ip-";
    public const string WaitingPrefix = "iq-";
    public const string RequesterPrefix = "iu-";
    public const string CaseGuessPrefix = "ia-";
    public const string CaseSitePrefix = "ib-";
    public const string DecidedPrefix = "id-";

    // … and register entries by name, by later words of it, by look-alike, by website, by type, by the day something is due.
    public const string NamePrefix = "in-";
    public const string NameEndingPrefix = "iw-";
    public const string EntryGuessPrefix = "ig-";
    public const string EntrySitePrefix = "ih-";
    public const string TypePrefix = "it-";
    public const string ReviewDuePrefix = "ir-";
    public const string ReportDuePrefix = "ie-";
    public const string ConditionDuePrefix = "ic-";

    // Kinds of rows in the other partitions: drafts, conversations and accounts, policies.
    public const string DraftOwnerPrefix = "d-";
    public const string PersonPrefix = "u-";
    public const string ConversationPrefix = "c-";
    public const string AccountPrefix = "aa-";
    public const string JoinedPrefix = "aj-";
    public const string PolicyTextPrefix = "t-";
    public const string PolicyVersionPrefix = "v-";

    /// <summary>Foreign ids as they are where that is safe in a key, else their SHA-256.</summary>
    public static string Part(string foreign) =>
        foreign.Length is > 0 and <= 100 && !foreign.AsSpan().ContainsAnyExcept(Safe)
            ? foreign
            : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(foreign)));

    /// <summary>
    /// The partition of cases, register, indexes, outbox and slots: one for an organisation, so that a decision is one transaction.
    /// </summary>
    public static string Workflow(string organisation) => Part(organisation);

    public static string Drafts(string organisation, PersonId person) => $"{Part(organisation)}.d.{Part(person.Value)}";

    /// <summary>The list of everybody who ever had a draft.</summary>
    public static string DraftOwners(string organisation) => $"{Part(organisation)}.d";

    public static string DraftOwner(PersonId person) => DraftOwnerPrefix + Part(person.Value);

    /// <summary>The partition of the drafts of somebody in the list.</summary>
    public static string DraftsOf(string organisation, string owner) => $"{DraftOwners(organisation)}.{owner[DraftOwnerPrefix.Length..]}";

    /// <summary>When the draft of somebody in the list will have been idle for long.</summary>
    public static string DraftTimer(DateTimeOffset at, string owner) => Timer(at, owner);

    public static string Conversations(string organisation) => $"{Part(organisation)}.v";

    public static string Policies(string organisation) => $"{Part(organisation)}.p";

    /// <summary>What belongs to the place and not to the organisation: no export takes it along.</summary>
    public static string Storage(string organisation) => $"{Part(organisation)}.s";

    public const string Draft = "draft";

    /// <summary>A draft that could not be read any more, as it was.</summary>
    public const string DamagedDraft = "damaged";
    public const string Sentinel = "sentinel";

    /// <summary>The id may be what somebody sent: what is no id names a row that nobody has.</summary>
    public static string Case(string caseId) => CasePrefix + Part(caseId);

    public static string Event(string caseId, int sequence) => EventsOf(caseId) + sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>Every audit event of one case.</summary>
    public static string EventsOf(string caseId) => $"{EventPrefix}{caseId}-";

    public static string Operation(string operation) => MarkerPrefix + Part(operation);

    /// <summary>What one delivery of a platform did.</summary>
    public static string Delivery(string delivery) => DeliveryPrefix + delivery;

    public static string DigestOf(string week) => Operation($"digest-{week}");

    public static readonly string DigestMarkers = DigestOf("");

    public static string Entry(string entryId) => EntryPrefix + Part(entryId);

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

    /// <summary>
    /// A register entry by its name: the plain form, so that a beginning finds it, then the identity, so that only the very name is the
    /// same.
    /// </summary>
    public static string Named(string supplier, string id) => $"{SameNamePrefix(supplier)}{id}";

    public static string SameNamePrefix(string supplier) => $"{NamedPrefix(SupplierNames.Plain(supplier))}!{IdentityOf(supplier)}!";

    /// <summary>Everything whose plain name begins so.</summary>
    public static string NamedPrefix(string plainName) => NamePrefix + Hexadecimal(plainName);

    /// <summary>A name from a later word on: <c>notes</c> finds Acme Notes.</summary>
    public static string Ending(string plainEnding, string supplier, string id) =>
        $"{EndingPrefix(plainEnding)}!{IdentityOf(supplier)}!{id}";

    public static string EndingPrefix(string plainEnding) => NameEndingPrefix + Hexadecimal(plainEnding);

    /// <summary>A register entry by what its name looks like.</summary>
    public static string Guessed(string guess, string supplier, string id) => $"{GuessedPrefix(guess)}{IdentityOf(supplier)}!{id}";

    public static string GuessedPrefix(string guess) => $"{EntryGuessPrefix}{Hexadecimal(guess)}!";

    /// <summary>A register entry by its website.</summary>
    public static string AtSite(string site, string supplier, string id) => $"{AtSitePrefix(site)}{IdentityOf(supplier)}!{id}";

    public static string AtSitePrefix(string site) => $"{EntrySitePrefix}{Hexadecimal(site)}!";

    /// <summary>A case by what its supplier's name looks like: refused ones first, each newest first.</summary>
    public static string CaseGuessed(string guess, bool refused, DateTimeOffset submitted, string caseId) =>
        CaseGuessedPrefix(guess) + InOrder(refused, submitted, caseId);

    public static string CaseGuessedPrefix(string guess) => $"{CaseGuessPrefix}{Hexadecimal(guess)}!";

    /// <summary>A case by its supplier's website, in the same order.</summary>
    public static string CaseAtSite(string site, bool refused, DateTimeOffset submitted, string caseId) =>
        CaseAtSitePrefix(site) + InOrder(refused, submitted, caseId);

    public static string CaseAtSitePrefix(string site) => $"{CaseSitePrefix}{Hexadecimal(site)}!";

    /// <summary>What orders the cases of one name or site, whichever of the two led to them.</summary>
    public static string OrderOf(string key) => key[(key.LastIndexOf('!') + 1)..];

    private static string InOrder(bool refused, DateTimeOffset submitted, string caseId) =>
        $"{(refused ? 'a' : 'b')}-{Ticks(DateTimeOffset.MaxValue.Ticks - submitted.UtcTicks)}-{caseId}";

    /// <summary>Behind every row of the name that this key of a name's row is about.</summary>
    public static string AfterName(string key) => After(key[..(key.LastIndexOf('!') + 1)]);

    /// <summary>Whether a row of a name, guess or site is about this very name.</summary>
    public static bool IsOfName(string key, string supplier) => key.Contains($"!{IdentityOf(supplier)}!", StringComparison.Ordinal);

    /// <summary>128 bits of the hash: an identity may be long, and no character of it is safe in a key.</summary>
    private static string IdentityOf(string supplier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(SupplierNames.Identity(supplier))).AsSpan(0, 16));

    public static string OfType(string type, string entryId) => OfTypePrefix(type) + entryId;

    public static string OfTypePrefix(string type) => $"{TypePrefix}{type}-";

    /// <summary>Register lines by the day on which something about them is due.</summary>
    public static string DueOn(EntryDueKind what, DateOnly day, string entryId) => $"{DueOnPrefix(what)}{Day(day)}-{entryId}";

    public static string DueOnPrefix(EntryDueKind what) =>
        what switch
        {
            EntryDueKind.Review => ReviewDuePrefix,
            EntryDueKind.Report => ReportDuePrefix,
            EntryDueKind.Condition => ConditionDuePrefix,
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

    /// <summary>The end of the range of what is due up to this day.</summary>
    public static string DueAfter(EntryDueKind what, DateOnly day) => After($"{DueOnPrefix(what)}{Day(day)}-");

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string CaseCounter(int year) => CounterPrefix + year.ToString("D4", CultureInfo.InvariantCulture);

    public const string EntryCounter = CounterPrefix + "register";

    /// <summary>The version keeps two commits of one moment apart.</summary>
    public static string Outbox(DateTimeOffset created, string caseId, int version, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{OutboxPrefix}{Ticks(created)}-{caseId}-{version:D6}-{number:D3}");

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

    public static DateTimeOffset DecidedAt(string key) =>
        new(long.Parse(key.AsSpan(DecidedPrefix.Length, TickDigits), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>The fingerprint of the register that was taken last.</summary>
    public const string Fingerprint = "b-fingerprint";
    public const string Digests = "b-digest";
    public const string Roles = "b-roles";

    public static string RolesEvent(int sequence) => RolesEventPrefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>See <see cref="RolesGuard"/>.</summary>
    public static IReadOnlyList<string> RolesGuards { get; } =
    [.. Enumerable.Range(0, 8).Select(number => string.Create(CultureInfo.InvariantCulture, $"{RolesGuardPrefix}{number}"))];

    public static string RolesGuard(PersonId person) => RolesGuards[person.Value.Sum(letter => letter) % RolesGuards.Count];

    public const string RolesPropagated = "restaffed";

    /// <summary>Which index rows were made: see <see cref="IndexMigration"/>.</summary>
    public const string IndexesMade = "v-indexes";

    /// <summary>The newest time a replica believed, and the newest it read.</summary>
    public const string Clock = "clock";

    public static string Announcement(string id) => AnnouncementPrefix + id;

    public static string Person(PersonId person) => PersonPrefix + Part(person.Value);

    /// <summary>The addresses an account was ever seen with.</summary>
    public static string Account(PersonId person) => AccountPrefix + Part(person.Value);

    /// <summary>The accounts that were ever seen with an address, which only its hash names.</summary>
    public static string Joined(string address) => JoinedPrefix + address;

    /// <summary>The case or the register entry that an index row leads to, by its key alone; null where it names none.</summary>
    public static string? OfIndex(string key) =>
        Math.Max(key.LastIndexOf("REQ-", StringComparison.Ordinal), key.LastIndexOf("SUP-", StringComparison.Ordinal)) is var at and > 0
            ? key[at..]
            : null;

    /// <summary>A conversation that is nobody's own.</summary>
    public static bool IsPlace(string target) => target.StartsWith(ConversationPrefix, StringComparison.Ordinal);

    public static string Conversation(string conversationId) => ConversationPrefix + Part(conversationId);

    public static string PolicyText(string hash) => PolicyTextPrefix + hash;

    public static string PolicyVersion(string version) => PolicyVersionPrefix + Part(version);

    /// <summary>The end of a prefix range: the first key that sorts after every key with that prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>Where a range goes on after this key: nothing sorts between the two.</summary>
    public static string Following(string key) => key + "!";

    private static string Ticks(DateTimeOffset at) => Ticks(at.UtcTicks);

    private static string Ticks(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);

    private const int TickDigits = 19;

    /// <summary>
    /// Names may hold any script; hexadecimal UTF-8 keeps the order of prefixes and is safe in keys. Cut at 100 bytes: longer names meet in
    /// one range.
    /// </summary>
    private static string Hexadecimal(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, 100)));
    }
}
