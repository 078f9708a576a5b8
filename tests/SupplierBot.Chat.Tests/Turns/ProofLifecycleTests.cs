using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>
/// Proof ends: what people are reminded of, what is suspended, and what opens it again, through the store and out to them.
/// </summary>
public sealed class ProofLifecycleTests
{
    [Fact]
    public async Task A_refused_clause_goes_through_legal_to_an_acceptance_that_lapses()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SaysAsync(TestBot.Carla, "roles add legal Priya Security");
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.FillsInAsync(
            TestBot.Sam,
            sent,
            Verbs.Clause,
            "AI-NOTRAIN",
            ("clause_state", "refused"),
            ("clause_words", "They train on everything they get.")
        );
        await bot.ApprovesAsync(TestBot.Sam, sent);
        Assert.True((await bot.CaseAsync(sent)).IsOpen);
        await bot.ApprovesAsync(TestBot.Priya, sent);
        Assert.Equal((CaseStatus.Approved, EntryStatus.Onboarding), ((await bot.CaseAsync(sent)).Status, await bot.StatusAsync(sent)));
        Assert.Contains("1 refused contract point to answer for", await bot.ReadsAsync(TestBot.Carla, "pending"), StringComparison.Ordinal);
        Assert.Contains("not ready to use", await bot.ReadsAsync(TestBot.Rita, "can I use Acme Notes"), StringComparison.Ordinal);
        await bot.FillsInAsync(
            TestBot.Carla,
            sent,
            Verbs.AcceptClause,
            "AI-NOTRAIN",
            ("accept_reason", "Only public notes go there until they change it."),
            ("accept_until", "2027-02-15")
        );
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        await bot.UntilAsync(new(2027, 2, 15));
        Assert.Equal(2, bot.Heard(TestBot.Carla, "15 Feb"));
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        await bot.UntilAsync(new(2027, 2, 16));
        Assert.Equal(EntryStatus.Suspended, await bot.StatusAsync(sent));
        Assert.Equal(1, bot.Heard(TestBot.Rita, "Acme Notes is suspended"));
        Assert.Contains(
            "No: its approval is suspended.",
            await bot.ReadsAsync(TestBot.Rita, "can I use Acme Notes"),
            StringComparison.Ordinal
        );
        await bot.IsWholeAsync();
        // Accepted again it is open again; what was said before stays in its history.
        await bot.FillsInAsync(
            TestBot.Carla,
            sent,
            Verbs.AcceptClause,
            "AI-NOTRAIN",
            ("accept_reason", "They promised it for the summer."),
            ("accept_until", "2027-06-30")
        );
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        Assert.Equal(
            [ClauseState.Refused, ClauseState.RiskAccepted],
            (await bot.ItemAsync(sent, "AI-NOTRAIN")).Before.Select(step => step.State)
        );
        await bot.IsWholeAsync();
    }

    [Fact]
    public async Task A_certificate_that_expires_suspends_and_the_next_one_opens_it()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.LargeApp("Acme Notes"));
        await CertificateAsync(bot, sent, "https://trust.acme.example/2026", "2027-02-28");
        var all = string.Join(',', sent.Assessment.Clauses.Select(clause => clause.Id));
        await bot.FillsInAsync(
            TestBot.Sam,
            sent,
            Verbs.Cover,
            "",
            ("cover_which", all),
            ("clause_state", "covered"),
            ("clause_document", "Terms v7"),
            ("clause_section", "§2 to §9")
        );
        await bot.ApprovesAsync(TestBot.Sam, sent);
        await bot.ApprovesAsync(TestBot.Priya, sent);
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        await UsedAsync(bot, sent);
        await bot.UntilAsync(new(2027, 2, 28));
        Assert.Equal((EntryStatus.Active, 3), (await bot.StatusAsync(sent), bot.Heard(TestBot.Rita, "28 Feb")));
        await bot.UntilAsync(new(2027, 3, 1));
        Assert.Equal(EntryStatus.Suspended, await bot.StatusAsync(sent));
        Assert.Contains("Ended on", await bot.ReadsAsync(TestBot.Sam, "documents Acme Notes"), StringComparison.Ordinal);
        Assert.Contains(
            "No: its approval is suspended.",
            await bot.ReadsAsync(TestBot.Rita, "can I use Acme Notes"),
            StringComparison.Ordinal
        );
        await CertificateAsync(bot, sent, "https://trust.acme.example/2027", "2028-02-28");
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        await bot.IsWholeAsync();
    }

    [Fact]
    public async Task A_contract_whose_notice_day_is_29_February_is_said_in_time_and_renews_into_a_review()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        var said = await bot.FillsInAsync(
            TestBot.Sam,
            sent,
            Verbs.Contract,
            "",
            ("contract_kind", "Negotiated"),
            ("contract_reference", "MSA v3"),
            ("contract_start", "2026-03-31"),
            ("contract_end", "2028-03-30"),
            ("contract_notice", "30"),
            ("contract_renewal", "24")
        );
        Assert.Contains("29 Feb 2028", TestBot.TextOf(said), StringComparison.Ordinal);
        await UsedAsync(bot, sent);
        await bot.UntilAsync(new(2028, 2, 29));
        Assert.Equal(3, bot.Heard(TestBot.Rita, "29 Feb"));
        Assert.NotEqual(EntryStatus.ReviewDue, await bot.StatusAsync(sent));
        await bot.UntilAsync(new(2028, 3, 31));
        Assert.Equal(EntryStatus.ReviewDue, await bot.StatusAsync(sent));
        Assert.Equal(new DateOnly(2028, 3, 31), (await bot.CaseAsync(sent)).ReviewDue);
        await bot.IsWholeAsync();
    }

    [Fact]
    public async Task Under_another_policy_what_is_in_use_stays_and_its_review_asks_for_what_is_new()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await bot.ApprovesAsync(TestBot.Sam, sent);
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        var text = DefaultPolicy.Text().Replace("version: ", "version: other-", StringComparison.Ordinal);
        foreach (var (clause, from, to) in new[] { ("CONTACT", "Medium", "Critical"), ("AUDIT", "High", "Medium") })
        {
            var at = text.IndexOf(
                $"    when: tier >= {from}\n",
                text.IndexOf($"- id: {clause}\n", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            text = text[..at] + $"    when: tier >= {to}\n" + text[(at + $"    when: tier >= {from}\n".Length)..];
        }
        bot.PolicyText = text;
        await bot.RestartAsync();
        Assert.Null(await bot.The<PolicyStore>().PlaceAsync(text, CancellationToken.None));
        Assert.Equal(EntryStatus.Active, await bot.StatusAsync(sent));
        bot.Time.Advance(TimeSpan.FromDays(1));
        await bot.SaysAsync(TestBot.Rita, "review SUP-0001");
        await bot.SendsAsItIsAsync(TestBot.Rita);
        var review = await bot.NewestAsync(TestBot.Rita);
        Assert.Equal(sent.Id, review.ReviewOrigin!.Of);
        Assert.DoesNotContain(review.Clauses!, item => item.Clause == "CONTACT");
        Assert.Equal(ClauseState.Open, review.Clauses!.Single(item => item.Clause == "AUDIT").State);
        Assert.All(review.Clauses!.Where(item => item.Clause != "AUDIT"), item => Assert.Equal(ClauseState.Agreed, item.State));
        Assert.Equal(EntryStatus.UnderReview, await bot.StatusAsync(sent));
        Assert.Contains(
            $"{review.Clauses!.Count - 1} of {review.Clauses.Count} contract points settled",
            await bot.ReadsAsync(TestBot.Sam, $"contract points {review.Id}"),
            StringComparison.Ordinal
        );
        await bot.IsWholeAsync();
    }

    /// <summary>An approval that nobody uses ends by itself.</summary>
    private static Task UsedAsync(TestBot bot, Case sent) =>
        bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfCase(sent.Id, Slot.Receipt, sent.ContentVersion),
            Verbs.Checked,
            "sent",
            new Dictionary<string, string> { ["note_text"] = "Used by the team that asked for it." }
        );

    private static async Task CertificateAsync(TestBot bot, Case sent, string link, string expires)
    {
        await bot.FillsInAsync(
            TestBot.Rita,
            sent,
            Verbs.AddEvidence,
            "",
            ("evidence_kind", "E-CERT"),
            ("evidence_link", link),
            ("evidence_expires", expires)
        );
        var added = (await bot.CaseAsync(sent)).Evidence[^1];
        Assert.Equal(link, added.Link);
        await bot.FillsInAsync(TestBot.Sam, sent, Verbs.CheckEvidence, $"{added.Number}", ("verdict", "sufficient"));
        Assert.Equal(EvidenceVerdict.Sufficient, (await bot.CaseAsync(sent)).Evidence[^1].Verdict);
    }
}
