using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>What people ask costs rows for what they are shown, however much is kept.</summary>
public sealed class ReadCostTests
{
    [Fact]
    public async Task A_command_reads_as_many_rows_of_a_large_register_as_of_a_small_one()
    {
        var small = await CountAsync(1_000, 300);
        var large = LongRun.IsOn ? await CountAsync(1_000_000, 1_000) : await CountAsync(5_000, 800);
        Assert.Equal(Lines(small), Lines(large));
        Assert.All(
            small.Concat(large),
            asked => Assert.True(asked.Value <= Most(asked.Key), $"{asked.Key}: {asked.Value} rows, {Most(asked.Key)} at most")
        );
    }

    [Fact]
    public async Task An_account_is_read_as_a_file_is()
    {
        using var azurite = Azurite.Start();
        var table = AzureTable.At(new AzureAccount.ByConnectionString(azurite.ConnectionString), Azurite.NewTable());
        await table.MakeIfMissingAsync(CancellationToken.None);
        Assert.Equal(
            Lines(await CountAsync(1_000, 300)),
            Lines(await CountAsync(LongRun.Or(100_000, 1_000), LongRun.Or(1_000, 300), table))
        );
        Assert.NotEmpty(await table.ReadAsync(Keys.Workflow("test"), "r-", Keys.After("r-"), 1, CancellationToken.None));
    }

    /// <summary>What waits depends on how many of each tier are late, and on nothing else: it has a bound and no number.</summary>
    private static string Lines(IReadOnlyDictionary<string, int> counts) =>
        string.Join(
            '\n',
            counts.Where(asked => !asked.Key.StartsWith("pending", StringComparison.Ordinal)).Select(asked => $"{asked.Key}: {asked.Value}")
        );

    /// <summary>
    /// A page shows ten rows and knows of twenty. What waits is the first rows of ranges, one for each tier: only those of one tier's late
    /// requests are merged, of three places. An answer beside the list is the case, its entry and a few of its kind.
    /// </summary>
    private static int Most(string asked) =>
        asked switch
        {
            "pending" => 4 * 21 + 1,
            "pending, page 2" => 4 * 31 + 1,
            "find Nova" or "find notes" or "mine" or "status" => 2 * CaseLists.PageLength + 1 + CaseLists.PageLength + 2,
            "the compose box" or "typed Nova" or "typed notes" => 2 * 25 + 1,
            "typed Nova, page 2" => 50 + 25 + 1,
            "find Nova, page 2" => 31 + CaseLists.PageLength,
            "can I use Protobase Notes 15" or "can I use Pending" or "can I use Nova" or "can I use Notes" => 2 * SupplierNames.MostGuesses
                + 2,
            "a review is opened" => 32,
            "a review is approved" => 62,
            "the digest" => 20,
            _ => 2,
        };

    private static async Task<IReadOnlyDictionary<string, int>> CountAsync(int entries, int open, ITable? storage = null)
    {
        await using var bot = await TestBot.StartAsync(storage: storage);
        var people = Enumerable
            .Range(0, 5)
            .Select(number => new Person(new($"teams:person-{number}"), $"Person {number}"))
            .Append(TestBot.Rita)
            .ToList();
        await new FilledRegister(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<Policy>(), bot.Context, people).FillAsync(
            entries,
            open
        );
        var pressed = new Dictionary<string, int>();
        async Task AskAsync(string name, Func<Task> ask)
        {
            bot.Reads.Take();
            await ask();
            pressed[name] = bot.Reads.Take().Rows;
        }

        Task PageAsync(Person who, string target) => bot.PressesAsync(who, CardStamp.None, "next_page", target);
        await AskAsync("find Nova", () => bot.SaysAsync(TestBot.Carla, "find Nova"));
        await AskAsync("find Nova, page 2", () => PageAsync(TestBot.Carla, "10 find Nova"));
        await AskAsync("find notes", () => bot.SaysAsync(TestBot.Carla, "find notes"));
        Task SearchAsync(string text, int skip = 0) =>
            bot.GiveAsync(bot.Personal(TestBot.Carla, new Request.BrowseRegister(text, skip, 25)) with { AnswersInPlace = true });
        await AskAsync("the compose box", () => SearchAsync(""));
        await AskAsync("typed Nova", () => SearchAsync("Nova"));
        await AskAsync("typed Nova, page 2", () => SearchAsync("Nova", 25));
        await AskAsync("typed notes", () => SearchAsync("notes"));
        await AskAsync("typed and not there", () => SearchAsync("Xylophone"));
        await AskAsync("find nothing there", () => bot.SaysAsync(TestBot.Carla, "find Xylophone"));
        await AskAsync("can I use Protobase Notes 15", () => bot.SaysAsync(TestBot.Carla, $"can I use {FilledRegister.NameOf(15)}"));
        foreach (var name in new[] { "Nova", "Notes", "Pending" })
            await AskAsync($"can I use {name}", () => bot.SaysAsync(TestBot.Carla, $"can I use {name}"));
        await AskAsync("mine", () => bot.SaysAsync(TestBot.Rita, "mine"));
        await AskAsync("status", () => bot.SaysAsync(TestBot.Rita, "status"));
        await AskAsync("pending", () => bot.SaysAsync(TestBot.Sam, "pending"));
        await AskAsync("pending, page 2", () => PageAsync(TestBot.Sam, "10 pending"));
        await AskAsync("the digest", () => bot.The<CaseStore>().OpenAsync(20, CancellationToken.None));
        var review = CardStamp.OfCase("REQ-2026-0007", "review-security", 1);
        await AskAsync("a review is opened", () => bot.PressesAsync(TestBot.Sam, review, "review"));
        await AskAsync(
            "a review is approved",
            () =>
                bot.PressesAsync(
                    TestBot.Sam,
                    review,
                    "approve",
                    values: new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
                )
        );
        Assert.Equal(CaseStatus.Approved, (await bot.The<CaseStore>().FindAsync("REQ-2026-0007", CancellationToken.None))!.Value.Status);
        return pressed;
    }
}
