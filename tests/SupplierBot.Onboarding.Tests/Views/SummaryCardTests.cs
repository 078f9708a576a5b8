using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Views;

public sealed class SummaryCardTests
{
    private static View.Summary Of((string Id, string Value)[] typed, IntakeScenario? with = null)
    {
        var talk = with ?? new IntakeScenario();
        talk.Answer(typed);
        return talk.Summary;
    }

    [Fact]
    public void Tier_kind_and_reasons()
    {
        var summary = Of(SampleSuppliers.App);
        Assert.Equal("Acme Notes, Notes, business plan · AI app", summary.Small);
        Assert.Equal(("Medium risk", "A normal check."), (summary.Tier, summary.TierWords));
        Assert.Equal("confidential or personal information, or our encrypted copies", summary.Reasons[0]);
        Assert.Equal(3, summary.Reasons.Count);
    }

    [Fact]
    public void The_risks_of_every_type_are_named()
    {
        var risks = Of(SampleSuppliers.App.With("role", "AISAAS,DATA")).Risks.Select(risk => risk.Label).ToList();
        Assert.Contains("Data poisoning", risks);
        Assert.Contains("Training reuse", risks);
        Assert.Equal(14, risks.Count);
    }

    [Fact]
    public void Open_points_come_with_a_tip()
    {
        var summary = Of(SampleSuppliers.App);
        Assert.Equal("Open points: 3", summary.OpenTitle);
        Assert.Equal(new LabelledText("Not sure. Tip: Search their terms for \"train\".", "Trains on it"), summary.OpenPoints[0]);
    }

    [Fact]
    public void Who_decides_and_by_when_in_working_days()
    {
        Assert.Equal("Who decides: Security. By Fri 20 Nov.", Of(SampleSuppliers.App).Next[0]);
        Assert.Equal("Who decides: 2 people of Security. By Tue 24 Nov.", Of(SampleSuppliers.App.With("access", "admin_prod")).Next[0]);
        Assert.Equal(
            "Who decides: 2 people of Security, then CISO. By Tue 1 Dec.",
            Of(SampleSuppliers.App.With("access", "runs_live")).Next[0]
        );
    }

    [Theory]
    [InlineData("2026-11-20", "You would like to start Fri 20 Nov: that fits.")]
    [InlineData("2027-01-04", "You would like to start Mon 4 Jan 2027: that fits.")]
    [InlineData("2026-11-19", "You would like to start Thu 19 Nov: that is sooner than usual. I'll tell them; please don't count on it.")]
    [InlineData(
        "2026-08-03",
        "Already in use since Mon 3 Aug: that is noted. Carry on as today, but please add no new kinds of information."
    )]
    public void The_wished_start(string start, string words) => Assert.Equal(words, Of(SampleSuppliers.App.With("start", start)).Next[1]);

    [Theory]
    [InlineData("online_terms", "Security compares them with the supplier's own terms; nothing for you to do now.")]
    [InlineData("free_account", "Security compares them with the supplier's own terms; nothing for you to do now.")]
    [InlineData("negotiated", "You can give the supplier this list.")]
    [InlineData("purchase_order", "They go with the order; you can give the supplier this list.")]
    public void The_contract_by_the_kind_of_deal(string deal, string words) =>
        Assert.EndsWith(words, Of(SampleSuppliers.App.With("deal", deal)).Contract[0], StringComparison.Ordinal);

    [Fact]
    public void Nobody_signs_an_open_licence() =>
        Assert.Matches(
            "^Nobody signs an open licence. Checks we do ourselves: [0-9]+, by you.$",
            Of(SampleSuppliers.OpenWeights).Contract[0]
        );

    [Fact]
    public void The_fold_outs_hold_every_clause_and_every_point()
    {
        var talk = new IntakeScenario();
        var summary = Of(SampleSuppliers.App, talk);
        var assessment = Assessor.Assess(talk.Policy, talk.Draft!.Answers);
        Assert.Equal(
            assessment.Clauses.Select(clause => clause.Title),
            summary.Sections.Single(section => section.Id == "contract").Lines.Select(line => line.Label)
        );
        var points = summary.Sections.Single(section => section.Id == "points").Lines;
        Assert.Equal(
            assessment.Score,
            points.Where(line => line.Labelled).Sum(line => int.Parse(line.Text, System.Globalization.CultureInfo.InvariantCulture))
        );
        Assert.Contains(points, line => line.Text == $"{assessment.Score} points of 100; High risk begins at 35.");
    }

    [Fact]
    public void Checks_quote_what_was_written() =>
        Assert.Contains(
            Of(SampleSuppliers.Caterer.With("purpose", "Lunch, planned by a chatbot.")).Checks,
            check => check.Text == "You said there is no AI, but you wrote \"chatbot\". If it uses AI, please change 'What you get'."
        );

    [Fact]
    public void What_only_reviewers_need_is_not_shown() =>
        Assert.DoesNotContain(
            Of(SampleSuppliers.Caterer.With("purpose", "Lunch, urgent, my boss approved.")).Checks,
            check => check.Text.Contains("haste", StringComparison.Ordinal)
        );

    [Fact]
    public void Finding_out_that_they_do_not_train_makes_it_quicker()
    {
        var summary = Of(SampleSuppliers.App.With("training", "yes"));
        Assert.Equal("High risk", summary.Tier);
        Assert.Equal(
            [
                "If their terms rule out training on our information: Medium risk instead of High risk, by Fri 20 Nov instead of Tue 24 Nov.",
                "If they name everyone they pass our work to: Medium risk instead of High risk, by Fri 20 Nov instead of Tue 24 Nov.",
            ],
            summary.Quicker
        );
    }

    [Theory]
    [InlineData("access", "admin_prod")]
    [InlineData("access", "runs_live")]
    [InlineData("data", "weights")]
    public void No_hint_teaches_people_to_answer_smaller(string question, string answer) =>
        Assert.Empty(Of(SampleSuppliers.App.With(question, answer)).Quicker);

    [Fact]
    public void Every_line_that_promises_a_lower_tier_keeps_its_promise()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App.With("volume", "medium").With("training", "no").With("others", "unlisted").With("proof", "none"));
        Assert.Equal("High risk", talk.Summary.Tier);
        Assert.Equal(2, talk.Summary.Quicker.Count);
        talk.Presses("edit", ("change", "behind")).Fills(("others", "listed"));
        Assert.Equal("Medium risk", talk.Summary.Tier);
    }

    [Fact]
    public void One_line_an_answer_in_words()
    {
        var answers = Of(SampleSuppliers.App).Answers.ToDictionary(line => line.Label, line => line.Text);
        Assert.Equal("confidential, personal", answers["Gets"]);
        Assert.Equal("Fri 20 Nov", answers["Start"]);
        Assert.Equal("you", answers["Owner"]);
        Assert.False(answers.ContainsKey("Countries"));
    }

    [Fact]
    public void It_can_be_sent_changed_and_put_away() =>
        Assert.Equal(["submit", "edit", "cancel"], Of(SampleSuppliers.App).Buttons.Select(button => button.Verb));

    [Fact]
    public void Neither_toast_nor_title_tells_purpose_data_or_reasons()
    {
        var summary = Of(SampleSuppliers.App);
        Assert.Equal("Your request for Acme Notes: please check, then send", summary.Plain);
        Assert.True(Of(SampleSuppliers.App.With("name", new string('n', 200))).Plain.Length <= 120);
    }

    [Fact]
    public void Change_offers_the_pages_that_were_asked() =>
        Assert.Equal(
            ["supplier", "what", "reach", "practical"],
            Of(SampleSuppliers.Caterer).Fields.Single(field => field.Id == "change").Choices.Select(choice => choice.Id)
        );

    [Fact]
    public void A_sent_request_says_what_changes_and_is_not_sent_as_a_new_one()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App);
        var sent = talk.Presses("submit").Outcome.Case!;
        talk.Case = sent;
        talk.Draft = new Draft
        {
            Id = "draft-99",
            Owner = IntakeScenario.Rita,
            Revision = 1,
            Answers = sent.Answers,
            StartedAt = talk.Now,
            ChangedAt = talk.Now,
            EditsCase = sent.Id,
        };
        talk.Sends(RequestReader.Pressed("open", "", CardStamp.OfDraft("draft-99", "", 1), new Dictionary<string, string>(), false));
        Assert.Equal("You are changing REQ-2026-0001. So far it says the same as before.", talk.Summary.Problem);
        talk.Presses("edit", ("change", "details")).Fills(("training", "no"));
        Assert.Equal(
            "You are changing REQ-2026-0001. Nothing changes until you send it. Trains on it: not sure → no.",
            talk.Summary.Problem
        );
        talk.Presses("submit");
        Assert.Equal("REQ-2026-0001", talk.Outcome.Case!.Id);
        Assert.Equal(2, talk.Outcome.Case.ContentVersion);
    }
}
