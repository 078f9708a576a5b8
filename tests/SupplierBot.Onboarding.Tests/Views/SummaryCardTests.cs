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

    private static IntakeScenario Pressed(IntakeScenario talk, string verb, string target) =>
        talk.Sends(RequestReader.Pressed(verb, target, talk.View.Stamp, new Dictionary<string, string>(), false));

    private static Section Fold(string id, View.Summary summary) => summary.Sections.Single(section => section.Id == id);

    [Fact]
    public void Tier_kind_and_reasons()
    {
        var summary = Of(SampleSuppliers.App);
        Assert.Equal("Acme Notes, Notes, business plan · AI application", summary.Small);
        Assert.Equal(("Medium risk", "Standard review by one security reviewer."), (summary.Tier, summary.TierWords));
        Assert.StartsWith("Why Medium: ", summary.Why, StringComparison.Ordinal);
        Assert.Contains("they get confidential or personal data, or our encrypted copies; ", summary.Why, StringComparison.Ordinal);
        Assert.Equal(2, summary.Why.Count(sign => sign == ';'));
    }

    [Fact]
    public void The_risks_of_every_type_are_named()
    {
        var risks = Fold("risks", Of(SampleSuppliers.App.With("role", "AISAAS,DATA"))).Lines.Select(risk => risk.Label).ToList();
        Assert.Contains("Data poisoning", risks);
        Assert.Contains("Training on our content", risks);
        Assert.Equal(14, risks.Count);
    }

    [Fact]
    public void Open_points_come_with_a_tip()
    {
        var summary = Of(SampleSuppliers.App);
        Assert.Equal("3 open points", summary.OpenTitle);
        Assert.Equal(new LabelledText("Not sure yet. Search their terms for “train”.", "Trains on our data"), summary.OpenPoints[0]);
    }

    [Fact]
    public void Who_decides_and_by_when_in_working_days()
    {
        Assert.Equal("Decision by Fri 20 Nov. Reviewed by Sam Security or Priya Security (Security).", Of(SampleSuppliers.App).Next[0]);
        Assert.Equal(
            "Decision by Tue 24 Nov. Reviewed by Sam Security and Priya Security (Security).",
            Of(SampleSuppliers.App.With("access", "admin_prod")).Next[0]
        );
        Assert.Equal(
            "Decision by Tue 1 Dec. Reviewed by Sam Security and Priya Security (Security), then Carla Ciso (CISO).",
            Of(SampleSuppliers.App.With("access", "runs_live")).Next[0]
        );
    }

    [Theory]
    [InlineData("2026-11-20", "You asked to start on Fri 20 Nov. That fits the usual review time.")]
    [InlineData("2027-01-04", "You asked to start on Mon 4 Jan 2027. That fits the usual review time.")]
    [InlineData(
        "2026-11-19",
        "You asked to start on Thu 19 Nov. That's earlier than a typical review. I've flagged it, but plan for the decision date above."
    )]
    [InlineData("2026-08-03", "In use since Mon 3 Aug. You can keep using it as you do now. Don't add new kinds of data.")]
    public void The_wished_start(string start, string words) => Assert.Equal(words, Of(SampleSuppliers.App.With("start", start)).Next[1]);

    [Theory]
    [InlineData("online_terms", "Security compares them with their terms.")]
    [InlineData("free_account", "Security compares them with their terms.")]
    [InlineData("negotiated", "You can share this list with the supplier.")]
    [InlineData("purchase_order", "They go with the purchase order, so you can share this list with the supplier.")]
    public void The_contract_by_the_kind_of_deal(string deal, string words) =>
        Assert.EndsWith(words, Fold("contract", Of(SampleSuppliers.App.With("deal", deal))).Small, StringComparison.Ordinal);

    [Fact]
    public void Nobody_signs_an_open_licence() =>
        Assert.Matches(
            "^Open licence: no contract to sign. [0-9]+ internal checks for you to complete.$",
            Fold("contract", Of(SampleSuppliers.OpenWeights)).Small
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
        Assert.Contains(points, line => line.Text == $"{assessment.Score} out of 100 points. High risk starts at 35.");
    }

    [Fact]
    public void Checks_quote_what_was_written() =>
        Assert.Contains(
            Of(SampleSuppliers.Caterer.With("purpose", "Lunch, planned by a chatbot.")).Checks,
            check => check.Text == "You chose no AI, but you wrote “chatbot”. If it uses AI, update “What they provide”."
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
                "If their terms rule out training on our data: Medium risk instead of High risk, and a decision by Fri 20 Nov instead of Tue 24 Nov.",
                "If they list all their subprocessors: Medium risk instead of High risk, and a decision by Fri 20 Nov instead of Tue 24 Nov.",
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
        talk.Presses("edit", ("change", "details")).Fills(("others", "listed"));
        Assert.Equal("Medium risk", talk.Summary.Tier);
    }

    [Fact]
    public void One_line_an_answer_in_words()
    {
        var answers = Fold("answers", Of(SampleSuppliers.App)).Lines.ToDictionary(line => line.Label, line => line.Text);
        Assert.Equal("confidential information, personal data", answers["Data access"]);
        Assert.Equal("Fri 20 Nov", answers["Start date"]);
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
        Assert.Equal("Your request for Acme Notes: check and send", summary.Plain);
        Assert.True(Of(SampleSuppliers.App.With("name", new string('n', 200))).Plain.Length <= 120);
    }

    [Fact]
    public void Change_offers_the_pages_that_were_asked_with_their_answers()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.Caterer);
        var pages = Assert.IsType<View.Notice>(talk.Presses("edit").Outcome.Answer).Rows;
        Assert.Equal(["supplier", "what", "reach", "practical"], pages.Select(page => page.Press!.Target));
        Assert.All(pages, page => Assert.NotEmpty(page.Text));
        Assert.Equal("What they provide", Pressed(talk, "edit", "what").Page.Title);
    }

    [Fact]
    public void A_section_can_be_had_alone()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App);
        var answers = Fold("answers", talk.Summary);
        var alone = Assert.IsType<View.Notice>(Pressed(talk, "details", "answers").Outcome.Answer);
        Assert.Equal(answers.Title, alone.Title);
        Assert.Equal(answers.Lines, alone.Lines);
        Assert.IsType<View.Summary>(Pressed(talk, "details", "nothing").Outcome.Answer);
    }

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
        Assert.Equal("You're changing REQ-2026-0001. You haven't changed any answers yet.", talk.Summary.Changes);
        talk.Presses("edit", ("change", "details")).Fills(("training", "no"));
        Assert.Equal(
            "You're changing REQ-2026-0001. Nothing changes until you send it. Trains on our data: not sure → no.",
            talk.Summary.Changes
        );
        talk.Presses("submit");
        Assert.Equal("REQ-2026-0001", talk.Outcome.Case!.Id);
        Assert.Equal(2, talk.Outcome.Case.ContentVersion);
    }
}
