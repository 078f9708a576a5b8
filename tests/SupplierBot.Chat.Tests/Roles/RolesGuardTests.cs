using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Chat.Tests.Roles;

/// <summary>
/// Two replicas: one decides, the other takes the role away in the same moment. One of the two is first, and the other knows it.
/// </summary>
public sealed class RolesGuardTests : IDisposable
{
    private static readonly Person Una = new(new("teams:una"), "Una Newcomer");

    private readonly string folder = Directory.CreateTempSubdirectory("supplierbot-").FullName;
    private Func<Task>? meanwhile;

    public static MatrixTheoryData<string, string> Taken =>
        new(
            ["roles remove security Sam Security", "away until 20 Dec", "delegate to Una Newcomer until 20 Dec"],
            ["approve", "reject", "claim"]
        );

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_is_decided_by_a_role_that_is_gone_before_it_is_saved_is_not(string said, string verb)
    {
        using var file = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var held = Held(file, "r-");
        await using var one = await TestBot.StartAsync(storage: held);
        await using var other = await TestBot.StartAsync(storage: file);
        await other.GiveAsync(other.Personal(Una, new Request.Installed()));
        var sent = await one.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        // Something was said of roles before, so that there is a version to compare.
        await one.SaysAsync(TestBot.Carla, "roles remove security Priya Security");
        await one.SaysAsync(TestBot.Carla, "roles add security Priya Security");
        meanwhile = () => other.SaysAsync(said.StartsWith("roles", StringComparison.Ordinal) ? TestBot.Carla : TestBot.Sam, said);
        var filled = new Dictionary<string, string>
        {
            ["terms"] = "covered",
            ["terms_ref"] = "MSA v3",
            ["comment"] = "Not with these terms, sorry.",
        };
        await one.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), verb, "sent", filled);
        Assert.Null(meanwhile);
        var now = await one.NewestAsync(TestBot.Rita);
        Assert.Equal((0, null, null, 1), (now.Approvals.Count, now.Decision, now.Claim, now.EventCount));
    }

    [Fact]
    public async Task A_role_is_taken_after_what_was_decided_by_it()
    {
        using var file = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var held = Held(file, Keys.Roles);
        await using var one = await TestBot.StartAsync(storage: file);
        await using var other = await TestBot.StartAsync(storage: held);
        var sent = await one.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        meanwhile = async () =>
        {
            one.Time.Advance(TimeSpan.FromSeconds(5));
            await one.PressesAsync(
                TestBot.Sam,
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                values: new Dictionary<string, string> { ["terms"] = "covered", ["terms_ref"] = "MSA v3" }
            );
            other.Time.Advance(TimeSpan.FromSeconds(6));
        };
        await other.SaysAsync(TestBot.Carla, "roles remove security Sam Security");
        var yes = Assert.Single((await one.NewestAsync(TestBot.Rita)).Approvals);
        var row = await file.GetAsync(Keys.Workflow("test"), Keys.RolesEvent(1), CancellationToken.None);
        var taken = Rows.Read(row!, StoredJson.Default.AuditEvent);
        Assert.Equal((AuditEventKind.RoleTaken, true), (taken.Kind, taken.At > yes.At));
    }

    [Fact]
    public async Task A_book_from_before_it_was_kept_who_gave_a_role_is_read_and_a_new_one_says_it()
    {
        var old = System.Text.Json.JsonSerializer.Deserialize(
            """{"given":[{"role":"security","person":{"id":"teams:una","name":"Una Newcomer"}}],"taken":[],"places":[],"factCount":1,"chainHead":"ab","story":[]}""",
            StoredJson.Default.RoleAssignments
        )!;
        Assert.Equal((null, null), (old.Given[0].GivenBy, old.Given[0].At));
        await using var bot = await TestBot.StartAsync();
        await bot.GiveAsync(bot.Personal(Una, new Request.Installed()));
        await bot.SaysAsync(TestBot.Carla, "roles add security Una Newcomer");
        var given = Assert.Single((await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None))!.Value.Given);
        Assert.Equal((TestBot.Carla, bot.Time.GetUtcNow()), (given.GivenBy, given.At!.Value));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>What happens meanwhile happens once, just before a batch that writes such a row is written.</summary>
    private CountingTable Held(ITable table, string writes) =>
        new(table)
        {
            BeforeCommitting = async batch =>
            {
                if (meanwhile is not { } happens || !batch.Any(change => change.Key.StartsWith(writes, StringComparison.Ordinal)))
                    return;
                meanwhile = null;
                await happens();
            },
        };
}
