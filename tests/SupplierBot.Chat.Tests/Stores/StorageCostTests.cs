using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Stores;

/// <summary>
/// What one request costs the storage account, from the first word to the last card: `manifests/azure/README.md "What it costs"` calculates
/// with these numbers.
/// </summary>
public sealed class StorageCostTests(ITestOutputHelper output)
{
    private sealed record Cost(int Reads, int Commits, int Changes)
    {
        public int Requests => Reads + Commits;
    }

    [Fact]
    public async Task A_request_and_its_decision_cost_what_the_calculation_says()
    {
        await using var bot = await TestBot.StartAsync();
        var answers = new Dictionary<string, string>(SampleAnswers.NotesApp("Acme Notes")) { ["website"] = "acme.example" };
        await bot.SaysAsync(TestBot.Rita, "new Acme Notes");
        var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
        Taken(bot);
        await bot.PressesAsync(TestBot.Rita, CardStamp.OfDraft(draft.Id, "supplier", draft.Revision), "answer", values: answers);
        var page = Taken(bot);
        var stamp = await bot.AnswersAsync(TestBot.Rita, "Acme Notes", answers);
        Taken(bot);
        await bot.PressesAsync(TestBot.Rita, stamp, "submit");
        var submit = Taken(bot);
        await bot.DeliverAsync();
        var afterSubmit = Taken(bot);
        var sent = await bot.NewestAsync(TestBot.Rita);
        Taken(bot);
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve",
            values: new Dictionary<string, string> { ["terms"] = "covered", ["terms_ref"] = "MSA v3" }
        );
        var decide = Taken(bot);
        await bot.DeliverAsync();
        var afterDecision = Taken(bot);
        foreach (
            var (name, cost) in new[]
            {
                ("a page", page),
                ("send", submit),
                ("its cards", afterSubmit),
                ("decide", decide),
                ("its cards", afterDecision),
            }
        )
            output.WriteLine($"{name}: {cost}");
        Assert.Equal((4, 2), (page.Requests, page.Changes));
        Assert.Equal((19, 33), (submit.Requests + afterSubmit.Requests, submit.Changes + afterSubmit.Changes));
        Assert.Equal((28, 34), (decide.Requests + afterDecision.Requests, decide.Changes + afterDecision.Changes));
    }

    /// <summary>However many contract points there are, they are rows of no table.</summary>
    [Fact]
    public async Task Contract_points_are_read_and_settled_with_the_same_rows_however_many_there_are()
    {
        var (few, many) = (
            await PointsAsync(SampleAnswers.NotesApp("Acme Notes")),
            await PointsAsync(
                new Dictionary<string, string>(SampleAnswers.LargeApp("Acme Notes")) { ["effects"] = "decides,customers_see" }
            )
        );
        output.WriteLine($"{few}\n{many}");
        Assert.True(many.Points > few.Points + 8, $"{few.Points} and {many.Points}");
        Assert.Equal((few.List, few.Form, few.Settled), (many.List, many.Form, many.Settled));
        Assert.Equal((0, 0), (few.List.Commits, few.Form.Commits));
        Assert.Equal(6, few.List.Requests);
    }

    private static async Task<(int Points, Cost List, Cost Form, Cost Settled)> PointsAsync(IReadOnlyDictionary<string, string> answers)
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", answers);
        await bot.DeliverAsync();
        Taken(bot);
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), Verbs.Clauses);
        var list = Taken(bot);
        var form = await bot.OpensAsync(TestBot.Sam, sent, Verbs.Clause, "CONF");
        var opened = Taken(bot);
        await bot.FillsInAsync(
            TestBot.Sam,
            form,
            Verbs.Clause,
            ("clause_state", "agreed"),
            ("clause_document", "MSA"),
            ("clause_section", "7")
        );
        return (sent.Clauses!.Count, list, opened, Taken(bot));
    }

    private static Cost Taken(TestBot bot)
    {
        var (commits, changes) = bot.Reads.TakeWritten();
        return new(bot.Reads.Take().Requests, commits, changes);
    }
}
