using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>Who depends on whom is read from index rows, and says what the entries say.</summary>
public sealed class DependencyIndexTests
{
    private static readonly string[] Suppliers = ["Acme", "OpenAI", "Beta"];
    private static readonly string[] Names = ["OpenAI", "openai", "AWS", "Hetzner"];
    private static readonly EntryStatus[] States =
    [
        EntryStatus.Active,
        EntryStatus.Onboarding,
        EntryStatus.Exiting,
        EntryStatus.NotApproved,
    ];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public async Task Counts_are_those_of_the_entries(int seed)
    {
        var random = new Random(seed);
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Zeta", SampleAnswers.NotesApp("Zeta"));
        var sample = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        var entries = Enumerable
            .Range(5000, 25)
            .Select(number =>
                sample with
                {
                    Id = $"SUP-{number}",
                    Supplier = Suppliers[random.Next(Suppliers.Length)],
                    Tier = (Tier)random.Next(4),
                    Status = States[random.Next(States.Length)],
                    Behind = Dependencies.OrNull(new([.. Names.Where(_ => random.Next(3) == 0)], [])),
                }
            )
            .ToList();
        foreach (var entry in entries)
            await PutAsync(bot, entry);
        var index = bot.The<DependencyIndex>();
        foreach (var name in new[] { "OpenAI", "AWS", "Hetzner", "Acme", "Nobody" })
        {
            var depend = entries.Where(entry => entry.Status.IsToStay() && IsOn(entry, name)).ToList();
            var use = await index.UseAsync(name, CancellationToken.None);
            Assert.Equal(depend.Where(entry => entry.Tier == Tier.Critical).Select(entry => entry.Id).Order(), use.Critical().Order());
            Assert.Equal(depend.Count, use.Others());
            Assert.Equal(depend.Select(entry => entry.Id).Order(), await index.DependentsAsync(name, CancellationToken.None));
        }
        var critical = entries.Where(entry => entry.Status.IsToStay() && entry.Tier == Tier.Critical).ToList();
        Assert.Equal(critical.Count, await index.CriticalAsync(CancellationToken.None));
        Assert.Equal(
            critical.SelectMany(EntryDependencies.Names).GroupBy(SupplierNames.Identity).Select(group => group.Count()).OrderDescending(),
            (await index.HeaviestAsync(1, 500, CancellationToken.None)).Select(use => use.Services)
        );
    }

    [Fact]
    public async Task A_yes_that_can_still_be_undone_counts_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Zeta", SampleAnswers.NotesApp("Zeta"));
        var entry = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        await PutAsync(
            bot,
            entry with
            {
                Status = EntryStatus.Active,
                Held = new(bot.Time.GetUtcNow().AddSeconds(33), EntryStatus.Proposed),
            }
        );
        Assert.Equal(0, (await bot.The<DependencyIndex>().UseAsync("Zeta", CancellationToken.None)).Others());
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await bot.The<DependencyIndex>().UseAsync("Zeta", CancellationToken.None)).Others());
    }

    [Fact]
    public async Task A_decision_reads_as_few_rows_of_a_large_register()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Zeta", SampleAnswers.NotesApp("Zeta"));
        var sample = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!;
        for (var number = 0; number < 130; number++)
            await PutAsync(
                bot,
                sample with
                {
                    Id = $"SUP-{5000 + number}",
                    Supplier = $"Vendor {number}",
                    Status = EntryStatus.Active,
                    Tier = number % 2 == 0 ? Tier.Critical : Tier.Low,
                    Behind = new(number % 10 == 0 ? ["OpenAI"] : ["Hetzner"], []),
                }
            );
        var counting = new CountingTable(bot.The<ITable>());
        var index = new DependencyIndex(counting, bot.The<ChatSettings>(), bot.Time);
        var found = await index.OfAsync("Zeta", new(["OpenAI"], []), CancellationToken.None);
        Assert.Equal(13, found.Of("OpenAI")!.Critical().Count);
        Assert.Equal(65, found.Critical);
        Assert.InRange(counting.Count.Take().Rows, 13 + 65, 13 + 65 + 10);
    }

    [Fact]
    public async Task What_is_sent_with_names_is_on_its_entry_and_the_audit_finds_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var answers = new Dictionary<string, string>(SampleAnswers.NotesApp("Zeta"))
        {
            ["others"] = "listed",
            ["others_text"] = "gpt-4o, Acme Labellers",
            ["where_text"] = "Frankfurt",
        };
        var sent = await bot.SendsAsync(TestBot.Rita, "Zeta", answers);
        Assert.Equal("OpenAI (gpt-4o), Acme Labellers", sent.Answers.One("others_text"));
        var behind = (await bot.The<CaseStore>().EntryAsync(sent.EntryId, CancellationToken.None))!.Behind!;
        Assert.Equal(["OpenAI", "Acme Labellers"], behind.Providers);
        Assert.Equal(["Germany"], behind.Regions);
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        Assert.Empty(found);
    }

    private static bool IsOn(RegisterEntry entry, string name) => EntryDependencies.Names(entry).Any(one => SupplierNames.Same(one, name));

    private static async Task PutAsync(TestBot bot, RegisterEntry entry)
    {
        RowChange[] batch =
        [
            new RowChange.Put(Rows.Of(Keys.Entry(entry.Id), entry, StoredJson.Default.RegisterEntry)),
            .. IndexRows.Of(entry).Select(row => new RowChange.Put(row)),
        ];
        Assert.IsType<CommitResult.Committed>(await bot.The<ITable>().CommitAsync("test", batch, CancellationToken.None));
    }
}
