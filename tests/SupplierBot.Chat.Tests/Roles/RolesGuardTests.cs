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

/// <summary>Two replicas: one decides, the other takes the role away in the same moment. One of the two is first, and the other knows it.</summary>
public sealed class RolesGuardTests : IDisposable
{
    private static readonly Person Una = new(new("teams:una"), "Una Newcomer");

    private readonly string folder = Directory.CreateTempSubdirectory("supplierbot-").FullName;

    [Theory]
    [InlineData("carla", "roles remove security Sam Security"), InlineData("sam", "away until 20 Dec"), InlineData("sam", "delegate to Una Newcomer until 20 Dec")]
    public async Task A_yes_whose_role_is_gone_before_it_is_saved_is_none(string by, string said)
    {
        using var file = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var held = new HeldTable(file, "r-");
        await using var one = await TestBot.StartAsync(storage: held);
        await using var other = await TestBot.StartAsync(storage: file);
        await other.GiveAsync(other.Personal(Una, new Request.Installed()));
        var sent = await one.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        foreach (var (verb, values) in new[] { ("approve", ("terms", "covered")), ("reject", ("comment", "Not with these terms, sorry.")), ("claim", ("", "")) })
        {
            await one.SaysAsync(TestBot.Carla, "roles remove security Priya Security");
            await one.SaysAsync(TestBot.Carla, "roles add security Priya Security");
            held.Meanwhile = () => other.SaysAsync(by == "sam" ? TestBot.Sam : TestBot.Carla, said);
            await one.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), verb, "sent", new Dictionary<string, string> { [values.Item1] = values.Item2 });
            Assert.Null(held.Meanwhile);
            var now = await one.NewestAsync(TestBot.Rita);
            Assert.Equal((0, null, null, 1), (now.Approvals.Count, now.Decision, now.Claim, now.EventCount));
            await other.SaysAsync(by == "sam" ? TestBot.Sam : TestBot.Carla, by == "sam" ? "I'm back" : "roles add security Sam Security");
        }
    }

    [Fact]
    public async Task A_role_is_taken_after_what_was_decided_by_it()
    {
        using var file = SqliteTable.Open(Path.Combine(folder, "test.db"));
        var held = new HeldTable(file, Keys.Roles);
        await using var one = await TestBot.StartAsync(storage: file);
        await using var other = await TestBot.StartAsync(storage: held);
        var sent = await one.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        held.Meanwhile = async () =>
        {
            one.Time.Advance(TimeSpan.FromSeconds(5));
            await one.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: new Dictionary<string, string> { ["terms"] = "covered" });
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
        var old = System.Text.Json.JsonSerializer.Deserialize("""{"given":[{"role":"security","person":{"id":"teams:una","name":"Una Newcomer"}}],"taken":[],"places":[],"factCount":1,"chainHead":"ab","story":[]}""", StoredJson.Default.RoleAssignments)!;
        Assert.Equal((null, null), (old.Given[0].GivenBy, old.Given[0].At));
        await using var bot = await TestBot.StartAsync();
        await bot.GiveAsync(bot.Personal(Una, new Request.Installed()));
        await bot.SaysAsync(TestBot.Carla, "roles add security Una Newcomer");
        var given = Assert.Single((await bot.The<RoleAssignmentStore>().FindAsync(CancellationToken.None))!.Value.Given);
        Assert.Equal((TestBot.Carla, bot.Time.GetUtcNow()), (given.GivenBy, given.At!.Value));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Something happens once, just before a batch that writes such a row is written.</summary>
    private sealed class HeldTable(ITable table, string writes) : ITable
    {
        public Func<Task>? Meanwhile { get; set; }

        public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellation) => table.GetAsync(partition, key, cancellation);

        public Task<IReadOnlyList<Row>> ReadAsync(string partition, string from, string before, int take, CancellationToken cancellation) => table.ReadAsync(partition, from, before, take, cancellation);

        public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> batch, CancellationToken cancellation)
        {
            if (Meanwhile is { } happens && batch.Any(change => change.Key.StartsWith(writes, StringComparison.Ordinal)))
            {
                Meanwhile = null;
                await happens();
            }
            return await table.CommitAsync(partition, batch, cancellation);
        }
    }
}
