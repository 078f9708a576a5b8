using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Which request reads what: a turn costs what it needs and nothing else.</summary>
public sealed class TurnStateLoaderTests : IAsyncLifetime
{
    private TestBot bot = null!;
    private Case acme = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Priya, "Otter Notes", SampleAnswers.NotesApp("Otter Notes"));
        acme = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
    }

    public async ValueTask DisposeAsync() => await bot.DisposeAsync();

    private Request Pressed(string verb, bool automatic = false) =>
        RequestReader.Pressed(
            verb,
            "",
            CardStamp.OfCase(acme.Id, "review-security", acme.ContentVersion),
            new Dictionary<string, string> { ["terms"] = "covered", ["terms_ref"] = "MSA v3" },
            automatic
        );

    private async Task<(LoadedState Loaded, int Rows)> LoadAsync(string who, Request request)
    {
        var person = new[] { TestBot.Rita, TestBot.Sam, TestBot.Carla }.Single(person =>
            person.Name.StartsWith(who, StringComparison.Ordinal)
        );
        bot.Reads.Take();
        var loaded = await bot.The<TurnStateLoader>().LoadAsync(bot.Personal(person, request), CancellationToken.None);
        return (loaded, bot.Reads.Take().Rows);
    }

    [Theory]
    [InlineData("Sam", "help", 0)]
    [InlineData("Sam", "roles", 0)]
    // Only who reads everything sees what waits.
    [InlineData("Rita", "pending", 0), InlineData("Sam", "pending", 2)]
    [InlineData("Rita", "mine", 1)]
    // The index of names, and the entry.
    [InlineData("Sam", "find Acme", 2), InlineData("Sam", "can I use Acme Notes", 2)]
    // The case and its entry; for a reviewer the goods or services without AI of its kind and earlier cases, too.
    [
        InlineData("Rita", "status REQ-2026-0002", 2),
        InlineData("Sam", "status REQ-2026-0002", 6),
        InlineData("Sam", "status REQ-2026-0099", 0)
    ]
    // The list, the case and its entry.
    [InlineData("Rita", "withdraw", 3)]
    // The index of names, the entry and the case that waits.
    [InlineData("Sam", "new Xylophone", 0), InlineData("Sam", "new Acme Notes", 3)]
    public async Task What_is_typed_costs_the_rows_it_needs(string who, string typed, int rows)
    {
        await LoadAsync(who, RequestReader.Typed("help"));
        Assert.Equal(rows, (await LoadAsync(who, RequestReader.Typed(typed))).Rows);
    }

    [Theory]
    [InlineData("Rita", false), InlineData("Sam", true), InlineData("Carla", true)]
    public async Task A_case_comes_with_its_entry_and_for_who_decides_with_others_of_its_kind(string who, bool decides)
    {
        var state = (await LoadAsync(who, Pressed(Verbs.Review))).Loaded.State;
        Assert.Equal((acme.Id, acme.EntryId), (state.Case?.Id, state.Entry?.Id));
        Assert.Equal(decides ? ["Otter Notes"] : [], state.SameType.Select(entry => entry.Supplier));
    }

    [Theory]
    [
        InlineData(Verbs.Approve, true),
        InlineData(Verbs.Reject, true),
        InlineData(Verbs.ApproveWithConditions, true),
        InlineData(Verbs.Review, false),
        InlineData(Verbs.Ask, false)
    ]
    public async Task What_waits_next_is_read_for_who_is_deciding_now(string verb, bool reads) =>
        Assert.Equal(reads ? ["REQ-2026-0001"] : [], (await LoadAsync("Sam", Pressed(verb))).Loaded.State.Pending.Select(line => line.Id));

    [Theory]
    [InlineData(Verbs.Approve, false, true), InlineData(Verbs.Claim, false, true), InlineData(Verbs.Ask, false, true)]
    [InlineData(Verbs.Approve, true, false), InlineData(Verbs.Review, false, false), InlineData(Verbs.Withdraw, false, false)]
    public async Task The_roles_of_the_commit_are_read_for_what_takes_one_and_not_for_a_refresh(
        string verb,
        bool automatic,
        bool guarded
    ) => Assert.Equal(guarded, (await LoadAsync("Sam", Pressed(verb, automatic))).Loaded.RolesGuard is not null);

    [Theory]
    [
        InlineData("status SUP-0002", "REQ-2026-0002"),
        InlineData("status REQ-2026-0002", "REQ-2026-0002"),
        InlineData("status SUP-0099", null),
        InlineData("status REQ-2026-0099", null)
    ]
    public async Task A_number_is_the_cases_or_that_of_its_entry(string typed, string? loaded) =>
        Assert.Equal(loaded, (await LoadAsync("Sam", RequestReader.Typed(typed))).Loaded.Case?.Value.Id);

    [Theory]
    [InlineData(Verbs.Renew, true), InlineData(Verbs.Changed, true), InlineData(Verbs.Checked, false)]
    public async Task What_begins_again_is_not_conditional_on_the_case_before(string verb, bool begins)
    {
        var loaded = (await LoadAsync("Rita", Pressed(verb))).Loaded;
        Assert.Equal((acme.Id, begins), (loaded.State.Case?.Id, loaded.Case is null));
    }

    [Fact]
    public async Task Numbers_are_read_only_for_what_is_sent()
    {
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Heron Sheets", SampleAnswers.NotesApp("Heron Sheets"));
        var sent = (
            await LoadAsync("Rita", RequestReader.Pressed(Verbs.Submit, "", stamp, new Dictionary<string, string>(), false))
        ).Loaded;
        Assert.Equal(("REQ-2026-0003", "SUP-0003"), (sent.Context.Numbers?.CaseId, sent.Context.Numbers?.EntryId));
        Assert.Equal(["REQ-2026-0001", "REQ-2026-0002"], sent.State.Cases.Select(line => line.Id).Order(StringComparer.Ordinal));
        Assert.Null(
            (await LoadAsync("Rita", RequestReader.Pressed(Verbs.Back, "", stamp, new Dictionary<string, string>(), false)))
                .Loaded
                .Context
                .Numbers
        );
    }
}
