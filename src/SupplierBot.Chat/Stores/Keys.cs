using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Every partition and row key, in one place (src/SupplierBot.Storage/TABLES.md "Partitions and keys"): the prefix tells the kind, order is
/// ordinal, times are zero-padded ticks.
/// </summary>
public static partial class Keys
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
    public const string ExportEventPrefix = "b-exports-";
    public const string ImportEventPrefix = "b-imports-";
    public const string PolicyEventPrefix = "b-policies-";
    public const string ProposalPrefix = "p-";
    public const string ImportPrefix = "j-";
    public const string ImportLinePrefix = "jl-";

    /// <summary>What can still be undone, by who pressed.</summary>
    public const string UndoPrefix = "y-";

    /// <summary>Keys of other programs.</summary>
    public const string ApiKeyPrefix = "w-";

    // Its index rows: cases that are open, that wait, by requester, by look-alike name, by website, by the day they ended …
    public const string OpenPrefix = "ip-";
    public const string WaitingPrefix = "iq-";
    public const string RequesterPrefix = "iu-";
    public const string CaseGuessPrefix = "ia-";
    public const string CaseSitePrefix = "ib-";
    public const string DecidedPrefix = "id-";
    public const string IncidentPrefix = "ii-";
    public const string CausePrefix = "ik-";

    // … and register entries by name, by later words of it, by look-alike, by website, by type, by other names, by a typo,
    // what may be used by type and by purpose, by the day something is due, by whom it depends on.
    public const string NamePrefix = "in-";
    public const string NameEndingPrefix = "iw-";
    public const string EntryGuessPrefix = "ig-";
    public const string EntrySitePrefix = "ih-";
    public const string TypePrefix = "it-";
    public const string OtherNamePrefix = "io-";
    public const string SlipPrefix = "il-";
    public const string UsablePrefix = "iy-";
    public const string PurposePrefix = "iz-";
    public const string ReviewDuePrefix = "ir-";
    public const string ReportDuePrefix = "ie-";
    public const string ConditionDuePrefix = "ic-";
    public const string NotReadyPrefix = "ix-";
    public const string DependencyPrefix = "iv-";

    // Kinds of rows in the other partitions: drafts, conversations and accounts, policies.
    public const string DraftOwnerPrefix = "d-";
    public const string PersonPrefix = "u-";
    public const string ConversationPrefix = "c-";
    public const string AccountPrefix = "aa-";
    public const string JoinedPrefix = "aj-";
    public const string PolicyTextPrefix = "t-";
    public const string PolicyVersionPrefix = "v-";
    public const string ProposedTextPrefix = "p-";

    /// <summary>Links to files, in the partition of the place.</summary>
    public const string FileLinkPrefix = "f-";

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

    /// <summary>Drafts of a person beside the one they are at.</summary>
    public const string OtherDraftPrefix = "other-";

    public static string OtherDraft(string id) => OtherDraftPrefix + Part(id);

    /// <summary>A draft that could not be read any more, as it was.</summary>
    public const string DamagedDraft = "damaged";
    public const string Sentinel = "sentinel";

    public static string Operation(string operation) => MarkerPrefix + Part(operation);

    public static string Undo(PersonId person, string caseId) => UndoPrefixOf(person) + caseId;

    /// <summary>All that one person can still undo; <c>!</c> is no letter of an id.</summary>
    public static string UndoPrefixOf(PersonId person) => $"{UndoPrefix}{Part(person.Value)}!";

    /// <summary>What one delivery of a platform did.</summary>
    public static string Delivery(string delivery) => DeliveryPrefix + delivery;

    public static string DigestOf(string week) => Operation($"digest-{week}");

    public static readonly string DigestMarkers = DigestOf("");

    public const string EntryCounter = CounterPrefix + "register";

    /// <summary>The fingerprint of the register that was taken last.</summary>
    public const string Fingerprint = "b-fingerprint";
    public const string Digests = "b-digest";
    public const string Roles = "b-roles";

    /// <summary>The head of the log of what left the bot.</summary>
    public const string Exports = "b-exports";

    public static string ExportEvent(int sequence) => ExportEventPrefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The head of the log of what was brought onto the register from files.</summary>
    public const string Imports = "b-imports";

    public static string ImportEvent(int sequence) => ImportEventPrefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The head of the log of policies that were proposed and accepted.</summary>
    public const string PolicyLog = "b-policies";

    public static string PolicyEvent(int sequence) => PolicyEventPrefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The id may be what somebody sent: what is no id names a row that nobody has.</summary>
    public static string Proposal(string id) => ProposalPrefix + Part(id);

    public static string Import(string batch) => ImportPrefix + Part(batch);

    /// <param name="number">Of the line in its batch, from 0.</param>
    public static string ImportLine(string batch, int number) => ImportLinesOf(batch) + number.ToString("D6", CultureInfo.InvariantCulture);

    public static string ImportLinesOf(string batch) => $"{ImportLinePrefix}{Part(batch)}-";

    public static string ApiKey(string id) => ApiKeyPrefix + Part(id);

    /// <param name="hash">Of the token, safe in a key.</param>
    public static string FileLink(string hash) => FileLinkPrefix + hash;

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

    /// <summary>When the register was last compared with a policy.</summary>
    public static string PolicyCompared(string hash) => "rules-" + hash;

    /// <summary>When the register was last walked for entries whose agreements nobody recorded, and whether none is left.</summary>
    public const string AgreementsAsked = "agreements-asked";

    /// <summary>How many owners were asked today about what happened to a provider.</summary>
    public const string ProvidersAsked = "providers-asked";

    /// <summary>When an owner was asked last to assess suppliers from before the register.</summary>
    public static string LegacyAsked(PersonId owner) => "legacy-asked-" + Part(owner.Value);

    public static string Announcement(string id) => AnnouncementPrefix + id;

    public static string Person(PersonId person) => PersonPrefix + Part(person.Value);

    /// <summary>The addresses an account was ever seen with.</summary>
    public static string Account(PersonId person) => AccountPrefix + Part(person.Value);

    /// <summary>The accounts that were ever seen with an address, which only its hash names.</summary>
    public static string Joined(string address) => JoinedPrefix + address;

    /// <summary>A conversation that is nobody's own.</summary>
    public static bool IsPlace(string target) => target.StartsWith(ConversationPrefix, StringComparison.Ordinal);

    public static string Conversation(string conversationId) => ConversationPrefix + Part(conversationId);

    public static string PolicyText(string hash) => PolicyTextPrefix + hash;

    /// <summary>Of a policy that was proposed; when it comes into force its text is kept as every other.</summary>
    public static string ProposedText(string hash) => ProposedTextPrefix + hash;

    public static string PolicyVersion(string version) => PolicyVersionPrefix + Part(version);

    /// <summary>The end of a prefix range: the first key that sorts after every key with that prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>Where a range goes on after this key: nothing sorts between the two.</summary>
    public static string Following(string key) => key + "!";

    private static string Ticks(DateTimeOffset at) => Ticks(at.UtcTicks);

    private static string Ticks(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);

    private const int TickDigits = 19;
}
