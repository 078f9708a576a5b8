using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>Contract points from the chat to the rows: filled in, changed, decided by Legal, and waiting where people look.</summary>
public sealed class ContractPointsTests
{
    [Fact]
    public async Task A_change_waits_for_legal_in_pending_and_the_digest_until_it_is_decided()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add legal Priya Security");
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.FillsInAsync(
            TestBot.Sam,
            sent,
            Verbs.Clause,
            "CONF",
            ("clause_state", "changed"),
            ("clause_words", "They keep it two years.")
        );
        foreach (var text in new[] { "pending", "digest" })
            Assert.Contains("1 changed contract point to decide", await bot.ReadsAsync(TestBot.Priya, text), StringComparison.Ordinal);
        Assert.DoesNotContain("point to decide", await bot.ReadsAsync(TestBot.Sam, "digest"), StringComparison.Ordinal);
        await bot.FillsInAsync(TestBot.Priya, sent, Verbs.AcceptClause, "CONF", ("accept_reason", "Two years will do for notes."));
        Assert.Equal(TestBot.Priya.Id, (await bot.ItemAsync(sent, "CONF")).AcceptedBy?.Id);
        foreach (var text in new[] { "pending", "digest" })
            Assert.DoesNotContain("point to decide", await bot.ReadsAsync(TestBot.Priya, text), StringComparison.Ordinal);
        await bot.IsWholeAsync();
    }

    [Fact]
    public async Task What_the_requester_fills_in_after_the_yes_waits_for_a_reviewer_and_opens_use()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            Verbs.Approve,
            values: new Dictionary<string, string> { ["terms"] = "open" }
        );
        Assert.Contains(
            "contract points settled",
            await bot.ReadsAsync(TestBot.Rita, "contract points Acme Notes"),
            StringComparison.Ordinal
        );
        var all = string.Join(',', (await bot.CaseAsync(sent)).Clauses!.Select(item => item.Clause));
        (string, string)[] terms = [("cover_which", all), ("clause_state", "covered"), ("clause_document", "Terms v7")];
        await bot.FillsInAsync(TestBot.Rita, sent, Verbs.Cover, "", terms);
        Assert.NotEmpty(UseGate.Gaps(await bot.CaseAsync(sent)));
        Assert.Contains("contract points to confirm", await bot.ReadsAsync(TestBot.Priya, "pending"), StringComparison.Ordinal);
        await bot.FillsInAsync(TestBot.Priya, sent, Verbs.Cover, "", terms);
        Assert.Empty(UseGate.Gaps(await bot.CaseAsync(sent)));
        Assert.DoesNotContain("to confirm", await bot.ReadsAsync(TestBot.Priya, "pending"), StringComparison.Ordinal);
        await bot.DeliverAsync();
        await bot.IsWholeAsync();
    }

    [Fact]
    public async Task A_document_that_waits_opens_the_list_of_documents()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        await bot.FillsInAsync(
            TestBot.Rita,
            sent,
            Verbs.AddEvidence,
            "",
            ("evidence_kind", "E-CERT"),
            ("evidence_link", "https://trust.acme.example/2026")
        );
        var pending = await bot.GiveAsync(bot.Personal(TestBot.Sam, RequestReader.Typed("pending")) with { AnswersInPlace = true });
        var row = Assert.IsType<View.Entries>(Assert.IsType<TurnAnswer.Card>(pending).View).Groups.SelectMany(group => group.Rows).Single();
        Assert.Equal(("1 document to check", Verbs.Evidence), (row.Text, row.Press!.Verb));
        var opened = await bot.PressesAsync(TestBot.Sam, CardStamp.None, row.Press.Verb, row.Press.Target);
        Assert.Contains("Documents from Acme Notes", TestBot.TextOf(opened), StringComparison.Ordinal);
    }

    /// <summary>Two presses of forms that were opened at the same moment: the second sees what the first did.</summary>
    [Fact]
    public async Task Two_people_on_one_point_at_the_same_moment_lose_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var (sams, priyas) = (
            await bot.OpensAsync(TestBot.Sam, sent, Verbs.Clause, "CONF"),
            await bot.OpensAsync(TestBot.Priya, sent, Verbs.Clause, "CONF")
        );
        var answers = await Task.WhenAll(
            bot.FillsInAsync(TestBot.Sam, sams, Verbs.Clause, ("clause_state", "agreed"), ("clause_document", "MSA v3")),
            bot.FillsInAsync(TestBot.Priya, priyas, Verbs.Clause, ("clause_state", "covered"), ("clause_document", "Terms v7"))
        );
        var kept = await bot.ItemAsync(sent, "CONF");
        Assert.Contains(kept.Document, new[] { "MSA v3", "Terms v7" });
        Assert.Empty(kept.Before);
        Assert.Single(
            answers,
            answer => TestBot.TextOf(answer).Contains("changed this contract point while you filled in", StringComparison.Ordinal)
        );
        await bot.IsWholeAsync();
    }
}
