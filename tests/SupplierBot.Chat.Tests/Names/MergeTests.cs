using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Names;

/// <summary>
/// Two register entries are one supplier: shown, done in one transaction, answered under both names, and taken back whole.
/// </summary>
public sealed class MergeTests : IAsyncLifetime
{
    private TestBot bot = null!;
    private Case labs = null!;
    private Case notes = null!;

    private string Forth => $"merge {labs.EntryId} into {notes.EntryId}";
    private string Back => $"merge {notes.EntryId} into {labs.EntryId}";

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        labs = await ApprovedAsync("Acme Labs", TestBot.Rita);
        notes = await ApprovedAsync("Beta Notes", TestBot.Priya);
        bot.Time.Advance(TimeSpan.FromMinutes(5));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task It_is_shown_first_and_then_one_answers_for_both()
    {
        var shown = await SaysAsync(Forth);
        foreach (
            var part in new[]
            {
                "Merge Acme Labs",
                "Owner: Rita Requester",
                "1 approval",
                $"{notes.EntryId} stays as it is",
                "The merge approves nothing",
                "Priya Security looks after both",
                $"These names then mean {notes.EntryId}: Acme Labs",
            }
        )
            Assert.Contains(part, TextOf(shown), StringComparison.Ordinal);
        Assert.Equal(EntryStatus.Active, (await EntryAsync(labs)).Status);
        Assert.Contains("Merged.", TextOf(await SaysAsync(shown.Buttons[0].Says!)), StringComparison.Ordinal);

        var (merged, stays) = (await EntryAsync(labs), await EntryAsync(notes));
        Assert.Equal((EntryStatus.Merged, notes.EntryId), (merged.Status, merged.MergedInto));
        Assert.Equal((EntryStatus.Active, labs.EntryId), (stays.Status, Assert.Single(stays.MergedEntries!).Id));
        var answer = Assert.IsType<View.Entry>(await SaysAsync("can I use Acme Labs"));
        Assert.Equal("Beta Notes", answer.Title);
        Assert.Contains($"Acme Labs ({labs.EntryId}) was merged into {notes.EntryId}", TextOf(answer), StringComparison.Ordinal);
        Assert.Contains("Beta Notes", TextOf(await SaysAsync("find acme la")), StringComparison.Ordinal);
        Assert.Contains("Beta Notes", TextOf(await SaysAsync("can I use Acme Lbas")), StringComparison.Ordinal);
        Assert.Contains("1 supplier.", TextOf(await SaysAsync("register")), StringComparison.Ordinal);
        Assert.Contains("Acme Labs", TextOf(await SaysAsync("register merged")), StringComparison.Ordinal);
        Assert.Contains("is merged into", TextOf(await SaysAsync($"status {labs.EntryId}")), StringComparison.Ordinal);
        await IsSoundAsync();
    }

    [Fact]
    public async Task Undone_all_is_as_it_was()
    {
        var before = await EntryAsync(labs);
        await MergedAsync();
        Assert.Contains("stands for itself again", TextOf(await SaysAsync("merge undo Acme Labs")), StringComparison.Ordinal);
        Assert.Equal(
            before with
            {
                ChangedAt = default,
                Types = [],
                Data = [],
                OpenConditions = [],
                Seen = [],
                Gaps = [],
                Restrictions = [],
            },
            (await EntryAsync(labs)) with
            {
                ChangedAt = default,
                Types = [],
                Data = [],
                OpenConditions = [],
                Seen = [],
                Gaps = [],
                Restrictions = [],
            }
        );
        Assert.Null((await EntryAsync(notes)).MergedEntries);
        Assert.Equal("Acme Labs", Assert.IsType<View.Entry>(await SaysAsync("can I use Acme Labs")).Title);
        Assert.False((await bot.CaseAsync(labs)).Replaced);
        Assert.Contains("isn't merged", TextOf(await SaysAsync($"merge undo {labs.EntryId}")), StringComparison.Ordinal);
        await IsSoundAsync();
        await MergedAsync();
        await IsSoundAsync();
    }

    [Fact]
    public async Task Thirty_days_later_it_stays()
    {
        await MergedAsync();
        bot.Time.Advance(TimeSpan.FromDays(31));
        Assert.Contains("more than 30 days ago", TextOf(await SaysAsync($"merge undo {labs.EntryId}")), StringComparison.Ordinal);
        Assert.Equal(EntryStatus.Merged, (await EntryAsync(labs)).Status);
    }

    [Fact]
    public async Task Names_and_plain_words_mean_the_same()
    {
        var shown = await SaysAsync("Acme Labs is the same supplier as Beta Notes");
        Assert.Equal(shown.Buttons[0].Says, (await SaysAsync("please merge Acme Labs into Beta Notes")).Buttons[0].Says);
        Assert.Contains(
            "I can't find Nobody Known",
            TextOf(await SaysAsync("merge Nobody Known into Beta Notes")),
            StringComparison.Ordinal
        );
        await SaysAsync(shown.Buttons[0].Says!);
        Assert.Contains("already merged", TextOf(await SaysAsync("merge Acme Labs into Beta Notes")), StringComparison.Ordinal);
        await IsSoundAsync();
    }

    [Fact]
    public async Task Only_an_admin_does()
    {
        foreach (var person in new[] { TestBot.Rita, TestBot.Sam })
        {
            Assert.Contains("Only an admin can merge", TextOf(await SaysAsync(Forth, person)), StringComparison.Ordinal);
            Assert.Contains(
                "Only an admin can merge",
                TextOf(await SaysAsync($"merge undo {labs.EntryId}", person)),
                StringComparison.Ordinal
            );
        }
        Assert.Equal(EntryStatus.Active, (await EntryAsync(labs)).Status);
    }

    [Fact]
    public async Task Pressed_twice_it_is_done_once()
    {
        var says = (await SaysAsync(Forth)).Buttons[0].Says!;
        await SaysAsync(says, turn: "t1");
        await SaysAsync(says, turn: "t1");
        Assert.Contains("already merged", TextOf(await SaysAsync(says)), StringComparison.Ordinal);
        Assert.Equal((await bot.CaseAsync(labs)).EventCount, (await bot.CaseAsync(labs)).Version);
        await IsSoundAsync();
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_shown_again()
    {
        var says = (await SaysAsync(Forth)).Buttons[0].Says!;
        await SaysAsync($"alias {notes.EntryId} The Scribe");
        Assert.Equal(2, (await SaysAsync(says)).Buttons.Count);
        Assert.Equal(EntryStatus.Active, (await EntryAsync(labs)).Status);
    }

    /// <summary>The other one is merged the other way while this one is on its way.</summary>
    [Fact]
    public async Task Two_at_once_both_ways_leave_one_that_answers()
    {
        var (forth, back) = ((await SaysAsync(Forth)).Buttons[0].Says!, (await SaysAsync(Back)).Buttons[0].Says!);
        await using var other = await TestBot.StartAsync(storage: bot.The<ITable>());
        bot.Table.BeforeEntry = async () => await other.SaysAsync(TestBot.Carla, back);
        var said = await SaysAsync(forth);
        Assert.Null(bot.Table.BeforeEntry);
        var entries = new[] { await EntryAsync(labs), await EntryAsync(notes) };
        Assert.Single(entries, entry => entry.Status == EntryStatus.Merged);
        Assert.Contains("merged into", TextOf(said), StringComparison.Ordinal);
        await IsSoundAsync();
    }

    /// <summary>Two replicas, two admins, everything into everything and back: whoever is second decides again on what there is.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_many_merge_at_once_the_register_is_sound(int seed)
    {
        string[] entries =
        [
            labs.EntryId,
            notes.EntryId,
            (await ApprovedAsync("Gamma Graph", TestBot.Rita)).EntryId,
            (await ApprovedAsync("Delta Desk", TestBot.Priya)).EntryId,
        ];
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await using var other = await TestBot.StartAsync(storage: bot.The<ITable>());
        await Task.WhenAll(MergesAsync(bot, new(seed)), MergesAsync(other, new(seed + 100)));
        await IsSoundAsync();
        foreach (var entry in entries)
            await SaysAsync($"merge undo {entry}");
        Assert.All(
            await Task.WhenAll(entries.Select(id => bot.The<CaseStore>().EntryAsync(id, CancellationToken.None))),
            entry => Assert.Equal((EntryStatus.Active, null), (entry!.Status, entry.MergedEntries))
        );
        await IsSoundAsync();

        async Task MergesAsync(TestBot replica, Random chance)
        {
            for (var tries = 0; tries < 15; tries++)
            {
                var (from, into) = (entries[chance.Next(4)], entries[chance.Next(4)]);
                var shown = await SaysAsync(chance.Next(3) == 0 ? $"merge undo {from}" : $"merge {from} into {into}", on: replica);
                if (shown.Buttons is [{ Says: { } says }, _] && says.StartsWith("confirm", StringComparison.Ordinal))
                    await SaysAsync(says, on: replica);
            }
        }
    }

    /// <summary>Between the reading of both and the commit somebody starts a review of the one that stays.</summary>
    [Fact]
    public async Task A_review_that_begins_meanwhile_comes_first()
    {
        var says = (await SaysAsync(Forth)).Buttons[0].Says!;
        await bot.SaysAsync(TestBot.Priya, $"review {notes.EntryId}");
        var summary = await bot.SaysAgainAsync(TestBot.Priya);
        await using var other = await TestBot.StartAsync(storage: bot.The<ITable>());
        bot.Table.BeforeEntry = async () => await other.PressesAsync(TestBot.Priya, summary, "submit");
        Assert.Contains("is in review", TextOf(await SaysAsync(says)), StringComparison.Ordinal);
        Assert.Equal(EntryStatus.Active, (await EntryAsync(labs)).Status);
        await IsSoundAsync();
    }

    [Theory]
    [InlineData(CommitFault.ReplyLost, true)]
    [InlineData(CommitFault.ReplyLostAndRepeated, true)]
    [InlineData(CommitFault.None, false)]
    public async Task A_cut_leaves_all_of_it_or_nothing(CommitFault fault, bool merged)
    {
        var says = (await SaysAsync(Forth)).Buttons[0].Says!;
        bot.Table.CommitFault = fault;
        bot.Table.BeforeEntry = merged ? null : () => throw new IOException("killed");
        try
        {
            await bot.SaysAsync(TestBot.Carla, says);
        }
        catch (IOException) when (!merged) { }
        bot.Table.CommitFault = CommitFault.None;
        await bot.RestartAsync();
        Assert.Equal(merged, (await EntryAsync(labs)).Status == EntryStatus.Merged);
        Assert.Equal(merged, (await EntryAsync(notes)).MergedEntries is not null);
        await IsSoundAsync();
    }

    [Theory]
    [InlineData("review {0}")]
    [InlineData("incident {0}")]
    [InlineData("exit {0}")]
    [InlineData("checked {0}")]
    [InlineData("owner {0} to Sam Security")]
    [InlineData("alias {0} Another Name")]
    [InlineData("rename {0} to Another Name")]
    [InlineData("tier {0}")]
    public async Task Nothing_of_what_was_merged_changes(string command)
    {
        await MergedAsync();
        var before = await bot.CaseAsync(labs);
        Assert.Contains("is merged into", TextOf(await SaysAsync(command.Replace("{0}", labs.EntryId, StringComparison.Ordinal))));
        Assert.Equal(before.Version, (await bot.CaseAsync(labs)).Version);
    }

    [Fact]
    public async Task Its_owner_hears_of_it_once_and_time_does_nothing_to_it()
    {
        await MergedAsync();
        for (var sweep = 0; sweep < 3; sweep++)
        {
            bot.Time.Advance(TimeSpan.FromMinutes(1));
            await bot.DeliverAsync();
        }
        Assert.Single(
            bot.Channel.In($"a:{TestBot.Rita.Id}"),
            message => message.Text.Contains("is on the register twice", StringComparison.Ordinal)
        );
        Assert.Equal(DateTimeOffset.MaxValue, (await bot.CaseAsync(labs)).Wakes);
        Assert.DoesNotContain(
            await bot.The<ITable>().PrefixAsync(Keys.Workflow("test"), Keys.DueOnPrefix(EntryDueKind.Review), default).ToListAsync(),
            row => row.Key.Contains(labs.EntryId, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_stays_is_reviewed_renamed_and_ended_and_the_names_stay_with_it_until_they_are_taken_back()
    {
        await MergedAsync();
        await bot.SaysAsync(TestBot.Priya, $"review {notes.EntryId}");
        await bot.PressesAsync(TestBot.Priya, await bot.SaysAgainAsync(TestBot.Priya), "submit");
        Assert.Equal(labs.EntryId, Assert.Single((await EntryAsync(notes)).MergedEntries!).Id);
        Assert.Equal("Beta Notes", Assert.IsType<View.Entry>(await SaysAsync("can I use Acme Labs")).Title);
        await IsSoundAsync();
        Assert.Contains("stands for itself again", TextOf(await SaysAsync($"merge undo {labs.EntryId}")), StringComparison.Ordinal);
        Assert.Equal("Acme Labs", Assert.IsType<View.Entry>(await SaysAsync("can I use Acme Labs")).Title);
        await IsSoundAsync();
    }

    [Fact]
    public async Task When_use_of_what_stays_has_ended_the_other_comes_back_as_it_was()
    {
        await MergedAsync();
        var stamp = CardStamp.OfCase(notes.Id, Slot.Receipt, (await bot.CaseAsync(notes)).ContentVersion);
        var proofs = new Dictionary<string, string>
        {
            ["exit_access"] = "Closed, ticket 12",
            ["exit_data"] = "Deletion letter",
            ["exit_moved"] = "None",
        };
        await bot.PressesAsync(TestBot.Priya, stamp, "exit", "sent", proofs);
        await bot.PressesAsync(TestBot.Sam, stamp, "ended");
        Assert.Equal(EntryStatus.Terminated, (await EntryAsync(notes)).Status);
        Assert.Contains("we stopped using it", TextOf(await SaysAsync("can I use Acme Labs")), StringComparison.Ordinal);
        await IsSoundAsync();
        await SaysAsync($"merge undo {labs.EntryId}");
        Assert.Contains("Yes, you can use Acme Labs", TextOf(await SaysAsync("can I use Acme Labs")), StringComparison.Ordinal);
        await IsSoundAsync();
    }

    [Fact]
    public async Task A_chain_of_merges_is_none()
    {
        var third = await ApprovedAsync("Gamma Graph", TestBot.Rita);
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await MergedAsync();
        Assert.Contains("so " + notes.EntryId + " has to stay", TextOf(await SaysAsync($"merge {notes.EntryId} into {third.EntryId}")));
        Assert.Contains("Merge into " + notes.EntryId, TextOf(await SaysAsync($"merge {third.EntryId} into {labs.EntryId}")));
        await SaysAsync((await SaysAsync($"merge {third.EntryId} into {notes.EntryId}")).Buttons[0].Says!);
        Assert.Equal(2, (await EntryAsync(notes)).MergedEntries!.Count);
        await IsSoundAsync();
    }

    [Fact]
    public async Task Whoever_owned_it_can_be_erased()
    {
        await MergedAsync();
        await new PersonErasure(bot.The<ITable>(), bot.The<ChatSettings>()).EraseAsync(TestBot.Rita.Id, write: true, default);
        await IsSoundAsync();
        Assert.Contains("stands for itself again", TextOf(await SaysAsync($"merge undo {labs.EntryId}")), StringComparison.Ordinal);
        await IsSoundAsync();
    }

    [Fact]
    public async Task A_line_that_was_tampered_with_is_found()
    {
        await MergedAsync();
        var (partition, key) = (Keys.Workflow("test"), Keys.Entry(notes.EntryId));
        var stays = await EntryAsync(notes);
        var other = stays with { MergedEntries = [stays.MergedEntries![0] with { Names = ["Anything Else"] }] };
        await bot.The<ITable>().CommitAsync(partition, [new RowChange.Put(Rows.Of(key, other, StoredJson.Default.RegisterEntry))], default);
        Assert.Contains(await FoundAsync(), words => words.Contains("its names, or what it keeps open", StringComparison.Ordinal));
        await bot.The<ITable>()
            .CommitAsync(
                partition,
                [new RowChange.Put(Rows.Of(key, stays with { MergedEntries = null }, StoredJson.Default.RegisterEntry))],
                default
            );
        Assert.Contains(await FoundAsync(), words => words.Contains("which doesn't say so", StringComparison.Ordinal));
    }

    private async Task MergedAsync() => await SaysAsync((await SaysAsync(Forth)).Buttons[0].Says!);

    private async Task<Case> ApprovedAsync(string name, Person owner)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var sent = await bot.SendsAsync(owner, name, SampleAnswers.NotesApp(name));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        return await bot.CaseAsync(sent);
    }

    private async Task<RegisterEntry> EntryAsync(Case one) => (await bot.The<CaseStore>().EntryAsync(one.EntryId, CancellationToken.None))!;

    private async Task<View> SaysAsync(string text, Person? person = null, string? turn = null, TestBot? on = null) =>
        await (on ?? bot).GiveAsync(
            (on ?? bot).Personal(person ?? TestBot.Carla, RequestReader.Typed(text), turn) with
            {
                AnswersInPlace = true,
            }
        )
            is TurnAnswer.Card card
            ? card.View
            : new View.Notice("", []) { Plain = "" };

    private static string TextOf(View view) => TestBot.TextOf(new TurnAnswer.Card(view));

    private async Task<List<string>> FoundAsync()
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        return found;
    }

    private async Task IsSoundAsync() => Assert.Empty(await FoundAsync());
}
