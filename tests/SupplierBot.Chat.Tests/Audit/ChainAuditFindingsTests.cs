using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Tests.Kit.Tampering;

namespace SupplierBot.Chat.Tests.Audit;

/// <summary>Each way to contradict a register has a sentence of its own: that something differs is half an answer.</summary>
public sealed class ChainAuditFindingsTests
{
    private const string First = "REQ-2026-0001";
    private static readonly Lazy<Task<BusyRegister>> Register = new(BusyRegister.FillAsync);
    private static readonly string Workflow = RowEditing.Partition;
    private static readonly string Policies = Keys.Policies("test");

    public static readonly TheoryData<string, string> Findings = new()
    {
        { "a whole case is gone", $"{First}: is not there; the counter says that there was one" },
        { "a counter is lower", "is there; the counter has not given out that number" },
        { "a marker of another fact", "which is no fact of it" },
        { "a marker of another version", "names version 99; its fact is of" },
        { "a marker before its fact", "is older than the fact it names" },
        { "an open case without markers", "version 1 has no marker" },
        { "a marker of no case", "REQ-2026-9999: there is no such case" },
        { "a policy under another hash", "its text was changed; it has the hash" },
        { "a version of another policy", "has the version" },
        { "a policy without a version", "no version names it" },
        { "an index that says another", "says something else than it" },
        { "an index that is gone", "is missing; `index rebuild` writes it again" },
        { "an index of nobody", "SUP-9999: nothing leads to the index row" },
        { "an index that leads nowhere", "leads to no case and no entry" },
        { "an entry that is gone", "SUP-0001: is not on the register" },
        { "an entry under another number", "row s-SUP-0001 holds the entry SUP-0002" },
        { "a case under another number", $"row r-{First} holds the case REQ-2026-0002" },
        { "a fact in another place", $"row a-{First}-00000002 holds fact 1" },
        { "a case without a shape", $"row r-{First} does not say which version it is of" },
        { "a message of another case", "holds another message" },
        { "a message ahead of its case", "shows version 999; the case has" },
    };

    [Theory, MemberData(nameof(Findings))]
    public async Task What_differs_is_said(string changed, string words)
    {
        var busy = await Register.Value;
        var table = busy.Table.Copy();
        Change(table, changed);
        Assert.Contains(words, await busy.AuditAsync(table), StringComparison.Ordinal);
    }

    private static void Change(MemoryTable table, string changed)
    {
        switch (changed)
        {
            case "a whole case is gone":
                foreach (var row in Of(table, ""))
                {
                    if (row.Key.Contains(First, StringComparison.Ordinal) || First.Equals(row.Values.GetValueOrDefault("Case")))
                        table.Remove(Workflow, row.Key);
                    else if (row.Key.EndsWith("SUP-0001", StringComparison.Ordinal))
                        table.Remove(Workflow, row.Key);
                }
                break;
            case "a counter is lower":
                Put(table, Row(table, "c-2026").With("Last", 1L));
                break;
            case "a marker of another fact":
                Put(table, Marker(table).With("Hash", new string('a', 64)));
                break;
            case "a marker of another version":
                Put(table, Marker(table).With("Version", 99));
                break;
            case "a marker before its fact":
                Put(table, Marker(table).With("At", DateTimeOffset.UnixEpoch));
                break;
            case "an open case without markers":
                var open = Of(table, Keys.OpenPrefix)[0].Key[^First.Length..];
                foreach (var row in Of(table, Keys.MarkerPrefix).Where(row => open.Equals(row.Values.GetValueOrDefault("Case"))))
                    table.Remove(Workflow, row.Key);
                break;
            case "a marker of no case":
                Put(table, Marker(table).With("Case", "REQ-2026-9999"));
                break;
            case "a policy under another hash":
                table.Put(
                    Policies,
                    Of(table, Keys.PolicyTextPrefix, Policies)[0] with
                    {
                        Key = Keys.PolicyTextPrefix + new string('a', 64),
                    }
                );
                break;
            case "a version of another policy":
                var versions = Of(table, Keys.PolicyVersionPrefix, Policies);
                table.Put(Policies, versions[0].With("Hash", versions[1].Values["Hash"]));
                break;
            case "a policy without a version":
                table.Remove(Policies, Of(table, Keys.PolicyVersionPrefix, Policies)[0].Key);
                break;
            case "an index that says another":
                Put(table, Of(table, Keys.NamePrefix)[0].With("Entry", "SUP-0002 or so"));
                break;
            case "an index that is gone":
                table.Remove(Workflow, Of(table, Keys.NamePrefix)[0].Key);
                break;
            case "an index of nobody":
                Put(table, Of(table, Keys.NamePrefix)[0] with { Key = Keys.NamePrefix + "6161!6161!SUP-9999" });
                break;
            case "an index that leads nowhere":
                Put(table, Of(table, Keys.NamePrefix)[0] with { Key = Keys.NamePrefix + "6161" });
                break;
            case "an entry that is gone":
                table.Remove(Workflow, "s-SUP-0001");
                break;
            case "an entry under another number":
                Put(table, Row(table, "s-SUP-0002") with { Key = "s-SUP-0001" });
                break;
            case "a case under another number":
                Put(table, Row(table, "r-REQ-2026-0002") with { Key = $"r-{First}" });
                break;
            case "a fact in another place":
                Put(table, Row(table, $"a-{First}-00000001") with { Key = $"a-{First}-00000002" });
                break;
            case "a case without a shape":
                Put(table, Row(table, $"r-{First}").With("Shape", null));
                break;
            case "a message of another case":
                var own = Of(table, Keys.SlotPrefix)[0];
                var others = Of(table, Keys.SlotPrefix).First(row => !row.Key.StartsWith(own.Key[..^1][..15], StringComparison.Ordinal));
                Put(table, others with { Key = own.Key });
                break;
            case "a message ahead of its case":
                Put(table, Of(table, Keys.SlotPrefix)[0].Changed(StoredJson.Default.SlotState, slot => slot with { ShownVersion = 999 }));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(changed));
        }
    }

    private static IReadOnlyList<Row> Of(MemoryTable table, string prefix, string? partition = null) =>
        [
            .. table
                .All.Where(row => row.Partition == (partition ?? Workflow) && row.Row.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(row => row.Row),
        ];

    private static Row Row(MemoryTable table, string key) => Of(table, key).First(row => row.Key == key);

    /// <summary>Of the first case.</summary>
    private static Row Marker(MemoryTable table) =>
        Of(table, Keys.MarkerPrefix).First(row => First.Equals(row.Values.GetValueOrDefault("Case")));

    private static void Put(MemoryTable table, Row row) => table.Put(Workflow, row);
}
