using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>The shapes of imports, filled to the brim: see <see cref="StoredJsonTests"/>.</summary>
public sealed class StoredImportsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 30, 9, 30, 0, TimeSpan.Zero);
    private static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");

    private static readonly ImportedLine Line = new()
    {
        Batch = "IMP-0001",
        Row = 14,
        Supplier = "Acme Notes",
        Service = "Calls",
        Website = "acme.example",
        Purpose = "Minutes of our calls",
        Owner = new(new("typed:Jane Doe"), "Jane Doe"),
        Department = "Sales",
        Tier = Tier.High,
        Data = "Personal",
        ContractStart = new(2025, 1, 1),
        ContractEnd = new(2027, 12, 31),
        Renewal = "yearly",
        Contract = "MSA 7",
        Status = "active",
        Type = "SaaS",
        Location = "Ireland",
        Subprocessors = "Mistral AI",
        Notes = "Ask Jane first",
        AssessBy = new(2027, 1, 29),
    };

    [Fact]
    public void A_line_of_an_import() => Stored("import-line", Line, StoredJson.Default.ImportedLine);

    [Fact]
    public void An_entry_that_nobody_assessed() =>
        Stored("register-entry-legacy", LegacyEntry.Of("SUP-0042", Line, At), StoredJson.Default.RegisterEntry);

    [Fact]
    public void An_import() =>
        Stored(
            "import-batch",
            new()
            {
                Id = "IMP-0001",
                By = Carla,
                At = At,
                FileName = "suppliers.xlsx",
                Operation = "file-abc",
                FileHash = "ab12",
                Lines = 150,
                LinesHash = "cd34",
                Stage = ImportStage.Undone,
                Progress = 150,
                First = 32,
                DoneAt = At,
                UndoneBy = Carla,
                Kept = ["SUP-0042"],
            },
            StoredJson.Default.ImportBatch
        );

    [Fact]
    public void The_log_of_imports() =>
        Stored(
            "import-log",
            new()
            {
                EventCount = 2,
                ChainHead = "ef56",
                Batches = 3,
            },
            StoredJson.Default.ImportLog
        );

    private static void Stored<T>(string name, T value, JsonTypeInfo<T> type)
    {
        var file = Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden", $"{name}.json");
        var json = JsonSerializer.Serialize(value, type);
        Assert.Equal(File.ReadAllText(file).TrimEnd(), json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type));
    }
}
