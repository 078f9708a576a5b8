using System.Globalization;
using System.Text.RegularExpressions;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit.Tampering;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Tests.Audit;

/// <summary>
/// Whatever somebody with access to the storage does to one row of a busy register, <c>audit verify</c> names it, or it stands on a list
/// with the reason why it may be as it is. The list stands in `src/SupplierBot.Storage/README.md "What isn't proved, and why"` too.
/// </summary>
public sealed class ChainAuditTamperingTests
{
    /// <summary>Changes of one kind that are tried where the long form tries all.</summary>
    private static readonly int Most = LongRun.Or(int.MaxValue, 400);

    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("SUPPLIERBOT_SEED"),
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : 15;

    private static readonly Lazy<Task<BusyRegister>> Register = new(BusyRegister.FillAsync);

    /// <summary>What nobody proves, and why.</summary>
    private static readonly (string Place, string Why)[] NotProved =
    [
        (@"^(o-|x-|nm-)", "What waits to be delivered. A message shows what its case says when it is shown."),
        (@"^m-REQ-\S+ (?!caseId|slotId|target)", "Where a message is, and which version it shows. The next delivery puts it right."),
        (@"^n-", "What was said about roles, drafts and digests. The roles themselves are proved."),
        (
            @"^r-\S+ (wakes|nextReport|replaced|reviewRoles\.|passed\.|version$)",
            "What time and deliveries note in a case. What it does to people is a fact each time."
        ),
        (@"^s-\S+ changedAt$", "When an entry was written last. Only of one that ended it is shown, and compared."),
        (
            @"^i[dpqu]-\S+ (approvalsGiven|approvalsNeeded|nextRole)|^ta?-\S+ (approvalsGiven|approvalsNeeded|nextRole)",
            "How many approvals a line of a list counts. It follows from who holds which role at that moment."
        ),
        (@"^k-\S+ At$", "How long a marker is kept."),
        (@"^k-turn-\S+ Shown", "Whether the answer to a delivery was posted."),
        (@"^g-roles-\d+ ", "What two writes at the same moment meet in. The next write by right of a role writes it again."),
        (
            @"^b-roles\S* Shape gone$",
            "That a change of roles says no version of its row: so rows of the first releases were. What it says is proved."
        ),
        (@"^clock ", "The newest instant of the clock. The next look at the clock puts it right."),
        (
            @"^r-\S+ (supplier|service|isOpen|isApproved|mayBeInUse|(\S+\.)?firstName|(enquiries\.\d+\.)waiting|(conditions\.\d+\.)beforeUse|leaving\.complete)$",
            "What follows from other values of a case. It is written for other readers, and the bot never reads it."
        ),
        (
            @"^(r-\S+ \S+\.name|b-roles\S* (\S+\.)?(name|firstName)|w-\S+ owner\.(name|firstName))$",
            "Names that people are shown with, so that they can be erased. Their ids are proved."
        ),
        (@"^w-\S+ usedAt$", "When a key was last used."),
        (@"^b-digest ", "Which digest was sent last."),
        (@"^b-fingerprint ", "The newest fingerprint. Those in the log and in digests have left the storage."),
        (@"^k-digest-", "That a digest was sent."),
        (@"^v-indexes ", "Which index rows were made. They are compared one by one."),
        (
            @"^(u-|c-19|aa-|aj-|d-|draft|t-\d+-d-|sentinel|restaffed)",
            "Addresses, accounts, drafts and what belongs to the place. Nothing is decided in them."
        ),
    ];

    [Fact]
    public async Task What_nobody_touched_is_whole()
    {
        var busy = await Register.Value;
        Assert.Equal("", await busy.AuditAsync(busy.Table));
    }

    [Fact]
    public async Task Every_value_that_is_changed_is_named() =>
        await NamedAsync(await Register.Value, table => table.All.SelectMany(row => RowTampering.OfFields(row.Partition, row.Row)));

    [Fact]
    public async Task Every_row_that_is_gone_is_named() =>
        await NamedAsync(
            await Register.Value,
            table => table.All.Select(row => new RowTampering(row.Partition, $"{row.Row.Key} row gone", row.Row.Key, null))
        );

    [Fact]
    public async Task Every_row_that_is_as_it_once_was_is_named() =>
        await NamedAsync(
            await Register.Value,
            table =>
                table.All.SelectMany(row =>
                    table
                        .Older(row.Partition, row.Row.Key)
                        .Select(
                            (older, number) =>
                                new RowTampering(row.Partition, $"{row.Row.Key} row of version {number + 1}", row.Row.Key, older)
                        )
                )
        );

    private static async Task NamedAsync(BusyRegister busy, Func<MemoryTable, IEnumerable<RowTampering>> changes)
    {
        var all = changes(busy.Table).Where(change => !NotProved.Any(one => Regex.IsMatch(change.Place, one.Place))).ToArray();
        new Random(Seed).Shuffle(all);
        var unnamed = new List<string>();
        foreach (var change in all.Take(Most))
        {
            var table = busy.Table.Copy();
            if (change.Row is { } row)
                table.Put(change.Partition, row);
            else
                table.Remove(change.Partition, change.Key);
            if ((await busy.AuditAsync(table)).Length == 0 && !SaysTheSame(busy.Table, change))
                unnamed.Add(change.Place);
        }
        Assert.True(
            unnamed.Count == 0,
            $"{unnamed.Count} of {Math.Min(all.Length, Most)} (all: {all.Length}):\n{string.Join('\n', unnamed.Order())}"
        );
    }

    /// <summary>
    /// A row of an older version that differs in what the list above names alone, or a marker of a closed case, which goes in time.
    /// </summary>
    private static bool SaysTheSame(MemoryTable table, RowTampering change)
    {
        var now = table.All.Single(row => row.Partition == change.Partition && row.Row.Key == change.Key).Row;
        if (change.Key.StartsWith("k-", StringComparison.Ordinal))
            return SaysTheSame(table, now, change.Row);
        if (change.Row is not { } row)
            return false;
        return change.Key[..2] switch
        {
            "s-" => SaysTheSame(Rows.Read(now, StoredJson.Default.RegisterEntry), Rows.Read(row, StoredJson.Default.RegisterEntry)),
            "ip" or "iq" or "iu" or "id" or "t-" or "ta" => IndexAudit.Says(now) == IndexAudit.Says(row),
            _ => false,
        };
    }

    /// <summary>While a question waits for its answer, an entry without a deadline and one that kept it say the same.</summary>
    private static bool SaysTheSame(RegisterEntry now, RegisterEntry then) =>
        EntryVerifier.Text(now) == EntryVerifier.Text(now.DueAt is null && now.Status == then.Status ? then with { DueAt = null } : then);

    /// <summary>
    /// A marker may be gone where its case is closed, where another of the same change is left (of the delivery, of the operation), or
    /// where its delivery changed no case; whether its answer was posted, and until when it is kept, is on the list.
    /// </summary>
    private static bool SaysTheSame(MemoryTable table, Row now, Row? then) =>
        then is not null ? Proved(now).SequenceEqual(Proved(then))
        : now.Values.GetValueOrDefault("Case") is string of
            ? !Head(table, of).IsOpen
                || table.All.Any(other =>
                    other.Row.Key != now.Key
                    && other.Row.Key.StartsWith(Keys.MarkerPrefix, StringComparison.Ordinal)
                    && of.Equals(other.Row.Values.GetValueOrDefault("Case"))
                    && now.Values["Version"].Equals(other.Row.Values.GetValueOrDefault("Version"))
                )
        : now.Key.StartsWith(Keys.DeliveryPrefix, StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, object>> Proved(Row marker) =>
        marker.Values.Where(value => value.Key is not ("At" or "Shown")).OrderBy(value => value.Key, StringComparer.Ordinal);

    private static Case Head(MemoryTable table, string id) =>
        Rows.Read(table.All.Single(row => row.Row.Key == Keys.Case(id)).Row, StoredJson.Default.Case);
}
