using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// One damaged row costs one line, no matter who lists what is kept: the others are there, and the list says that something is missing.
/// </summary>
public sealed class DamagedRowsTests
{
    private static readonly (string Kind, string Prefix, string[] Asked)[] Kinds =
    [
        ("a case", "r-REQ-2026-0001", ["pending", "digest"]),
        ("a register entry", "s-SUP-0001", ["find vendor"]),
        ("a row of the queue", "iq-", ["pending"]),
        ("a row by due date", "ip-", ["digest"]),
        ("a row of a person's own", "iu-", ["mine"]),
        ("a row by name", "in-", ["find vendor"]),
    ];

    private static readonly Dictionary<string, Func<Row, Row>> Damages = new()
    {
        ["is not JSON"] = row => row.Values.ContainsKey("J0") ? row.With("J0", "{ \"id\":") : row.With("Entry", null),
        ["is cut in the middle"] = row =>
            row.Values.GetValueOrDefault("J0") is string text ? row.With("J0", text[..(text.Length / 2)]) : row.With("Entry", null),
        ["is of another type"] = row => row.Values.ContainsKey("J0") ? row.With("J0", 7) : row.With("Entry", 7),
        ["says nothing"] = row => row with { Values = new Dictionary<string, object> { ["Nothing"] = "here" } },
        ["has a word that is none"] = row =>
            row.Values.GetValueOrDefault("J0") is string text
                ? row.With(
                    "J0",
                    text.Replace("InReview", "Bogus", StringComparison.Ordinal).Replace("Proposed", "Bogus", StringComparison.Ordinal)
                )
                : row.With("Entry", null),
    };

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (kind, _, asked) in Kinds)
            {
                foreach (var damage in Damages.Keys)
                {
                    foreach (var said in asked)
                        rows.Add(kind, damage, said);
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_damaged_row_costs_its_own_line(string kind, string damage, string said)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var name in new[] { "Vendor One", "Vendor Two" })
        {
            await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
            bot.Time.Advance(TimeSpan.FromMinutes(1));
        }
        await bot.PutAsync(Damages[damage](await bot.RowAsync((await bot.KeysAsync(Kinds.Single(one => one.Kind == kind).Prefix))[0])));
        var listed = await ListedAsync(bot, said);
        Assert.Contains("Vendor ", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("couldn't save", listed, StringComparison.Ordinal);
    }

    /// <summary>A list of which nothing is left says so, and is not called empty.</summary>
    [Fact]
    public async Task What_is_missing_is_counted()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var name in new[] { "Vendor One", "Vendor Two", "Vendor Three" })
            await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
        await bot.PutAsync(Damages["is not JSON"](await bot.RowAsync("s-SUP-0001")));
        Assert.Contains("1 line couldn", await ListedAsync(bot, "find vendor"), StringComparison.Ordinal);
        await bot.PutAsync(Damages["is not JSON"](await bot.RowAsync("s-SUP-0002")));
        Assert.Contains("2 lines couldn", await ListedAsync(bot, "find vendor"), StringComparison.Ordinal);
    }

    /// <summary>Who holds which role is not guessed: nothing is decided while that cannot be read.</summary>
    [Fact]
    public async Task Damaged_roles_decide_nothing_and_give_nobody_a_role()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Rita, "help");
        await bot.SaysAsync(TestBot.Carla, $"roles add auditor {TestBot.Rita.Id}");
        var sent = await bot.SendsAsync(TestBot.Rita, "Vendor One", SampleAnswers.NotesApp("Vendor One"));
        await bot.PutAsync((await bot.RowAsync(Keys.Roles)).With("J0", "{"));
        await Assert.ThrowsAsync<UnreadableRowException>(() =>
            bot.PressesAsync(
                TestBot.Sam,
                CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
                "approve",
                values: new Dictionary<string, string> { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" }
            )
        );
        Assert.True((await bot.ReadAsync($"r-{sent.Id}", StoredJson.Default.Case)).IsOpen);
    }

    private static async Task<string> ListedAsync(TestBot bot, string said)
    {
        var person = said == "mine" ? TestBot.Rita : TestBot.Sam;
        var before = bot.Channel.In($"a:{person.Id}").Count();
        await bot.SaysAsync(person, said);
        return string.Join('\n', bot.Channel.In($"a:{person.Id}").Skip(before).Select(shown => shown.Text));
    }
}
