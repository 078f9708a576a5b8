using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Views;

/// <summary><c>policy</c>: for everybody, a card for each topic, and never more on one than is read in a minute.</summary>
public sealed class PolicyCardsTests
{
    private static readonly CaseScenario Room = With(CaseAnswers.Medium);

    public static TheoryData<PolicyTopic> Topics =>
        [.. Enum.GetValues<PolicyTopic>().Except([PolicyTopic.Overview, PolicyTopic.Clause, PolicyTopic.Changes])];

    [Fact]
    public void The_overview_has_the_version_the_tiers_and_a_way_to_each_topic()
    {
        var card = Assert.IsType<View.Notice>(Show("policy"));
        Assert.Equal("Our supplier policy", card.Title);
        Assert.Equal(
            ["Low risk", "Medium risk", "High risk", "Critical risk"],
            card.Lines.Where(line => line.Labelled).Select(line => line.Label)
        );
        Assert.Equal(
            "Our customers or most valuable information depend on it. Several people decide, the CISO last. Critical isn't a no. "
                + "Decided within 10 working days by 2 from Security, then CISO, plus Privacy, Legal where it concerns them. Reviewed every 6 months.",
            card.Lines.Single(line => line.Label == "Critical risk").Text
        );
        Assert.Contains(
            card.Lines,
            line => line.Text == "Version 2026.12-r4, approved by the information security officer on Tue 1 Dec 2026."
        );
        Assert.Contains(card.Lines, line => line.Text == "Legal, Privacy: only if someone holds the role.");
        Assert.Equal(
            [
                "What we ask",
                "What raises the tier",
                "Contract points",
                "Documents we ask for",
                "Reviews and changes",
                "Roles and approvals",
            ],
            card.Buttons.Select(button => button.Label)
        );
        Assert.All(card.Buttons, button => Assert.IsType<View.Entries>(Press(button)));
    }

    [Fact]
    public void Everybody_may_read_it_but_no_guest()
    {
        Assert.IsType<View.Notice>(Handle("policy", Rita));
        Assert.NotEqual("Our supplier policy", Assert.IsType<View.Notice>(Handle("policy", Stranger with { Member = false })).Title);
    }

    [Fact]
    public void Where_others_read_along_it_is_short_and_has_no_buttons()
    {
        var card = Assert.IsType<View.Notice>(
            CaseDecider
                .Handle(new(), new Request.ShowPolicy(PolicyTopic.Clauses) { InPublic = true }, Rita, PolicyText.Policy, Room.Context)
                .Answer
        );
        Assert.Equal(("Our supplier policy", "Type “policy” in our direct chat to read all of it."), (card.Title, card.Small));
        Assert.Empty(card.Buttons);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_topic_is_read_page_by_page_to_its_end(PolicyTopic topic)
    {
        var pages = Pages(PolicyPhrases.Command(topic));
        var rows = pages.SelectMany(page => page.Groups).SelectMany(group => group.Rows).ToList();
        Assert.All(
            pages,
            page =>
            {
                Assert.InRange(page.Groups.SelectMany(group => group.Rows).Sum(row => row.Text.Length), 1, 3_000);
                Assert.Equal("Overview", page.Buttons[^1].Label);
            }
        );
        Assert.Equal("", pages[^1].More);
        Assert.All(rows, row => Assert.DoesNotMatch(@">=|<=|_|\{", $"{row.Title} {row.Text}"));
    }

    [Fact]
    public void Every_question_is_there_with_its_answers_when_it_is_not_asked_and_what_it_is_for()
    {
        var rows = Rows("policy questions");
        Assert.Equal(PolicyText.Policy.Questions.Select(question => question.Label), rows.Select(row => row.Title));
        Assert.Equal(
            "Can they use our data to train or improve their AI? · Answers: no, yes, not sure · Not asked when Data access: only “public information” · "
                + "For: up to 6 points, the lowest tier, contract points, documents",
            rows.Single(row => row.Title == "Trains on our data").Text
        );
    }

    [Fact]
    public void Floors_stand_by_tier_in_words_and_parts_with_their_most_points()
    {
        var card = Assert.IsType<View.Entries>(Show("policy tiers"));
        Assert.Equal(
            [
                "At least Critical",
                "At least High",
                "At least Medium",
                "Points: Low from 0, Medium from 15, High from 35, Critical from 80",
                "Changing the tier",
            ],
            card.Groups.Select(group => group.Title)
        );
        Assert.Equal("• they host our live product", card.Groups[0].Rows[0].Text);
        Assert.Equal(
            [30, 20, 18, 6, 20, 4, 3, 3],
            card.Groups[3].Rows.Select(row => int.Parse(row.Text.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public void Contract_points_stand_under_their_headings_and_one_can_be_picked()
    {
        var pages = Pages("policy clauses");
        Assert.Equal(PolicyText.Policy.Headings, pages.SelectMany(page => page.Groups).Select(group => group.Title).Distinct());
        Assert.Equal(
            PolicyText.Policy.Clauses.Select(clause => clause.Id).Order(),
            pages.SelectMany(page => page.Pick!.Choices).Select(choice => choice.Id).Order()
        );
        Assert.Equal(
            "know in time to act · from Medium up",
            Rows("policy clauses").Single(row => row.Title == "Incident notification").Text
        );
        var picked = Assert.IsType<View.Notice>(Press(pages[0].Buttons[0], ("pick", "DPA")));
        Assert.Equal("Data processing agreement", picked.Title);
    }

    [Fact]
    public void One_contract_point_has_its_text_and_everything_about_it()
    {
        var card = Assert.IsType<View.Notice>(Show("policy INC"));
        Assert.Equal("Incident notification", card.Title);
        Assert.Equal(
            ["Service", "Applies", "Why", "Text", "[notice]", "[updates]", "[root cause]", "Can't be waived", "Maps to", "For Legal"],
            card.Lines.Select(line => line.Label)
        );
        Assert.Contains("within [notice] of becoming aware", card.Lines[3].Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "Critical: 24 hours; High: 48 hours; Medium: 72 hours; Low: 5 working days; High: 24 hours (",
            card.Lines[4].Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["Contract points", "Overview"], card.Buttons.Select(button => button.Label));
    }

    [Fact]
    public void Every_contract_point_can_be_read() =>
        Assert.All(
            PolicyText.Policy.Clauses,
            clause => Assert.Equal(clause.Title, Assert.IsType<View.Notice>(Show($"policy {clause.Id.ToLowerInvariant()}")).Title)
        );

    [Fact]
    public void What_is_no_contract_point_gets_the_list_of_those_there_are()
    {
        var card = Assert.IsType<View.Entries>(Show("policy foo"));
        Assert.Equal(("Contract points", "There's no contract point “foo”. Choose one of these."), (card.Title, card.Small));
        Assert.Equal("Contract points", Assert.IsType<View.Entries>(Show("policy clause")).Title);
    }

    [Fact]
    public void Documents_say_why_and_when() =>
        Assert.Equal(
            "they handle personal data · “personal data, or not known yet”, and How they connect: not only “installed with us without supplier access”",
            Rows("policy documents").Single(row => row.Title == "Signed data processing agreement").Text
        );

    [Fact]
    public void Changes_are_those_since_the_policy_before()
    {
        var before = PolicyText.Policy with
        {
            Version = "2026.12-r1",
            Tiers = [.. PolicyText.Policy.Tiers.Select(tier => tier.Tier == Tier.Critical ? tier with { From = 75 } : tier)],
        };
        var card = Assert.IsType<View.Entries>(Show("policy changes", before));
        Assert.Equal(("What's new in the policy", "From version 2026.12-r1 to 2026.12-r4"), (card.Title, card.Small));
        Assert.Equal(
            [("Version and approval", "", "version: 2026.12-r1 → 2026.12-r4"), ("Tiers", "Critical risk", "from points: 75 → 80")],
            card.Groups.SelectMany(group => group.Rows.Select(row => (group.Title, row.Title, row.Text)))
        );
    }

    [Fact]
    public void Where_nothing_is_to_compare_with_it_says_so()
    {
        Assert.Equal(
            "There's no earlier version of the policy to compare with.",
            Assert.IsType<View.Notice>(Show("policy changes")).Lines[0].Text
        );
        Assert.Equal("No difference.", Assert.IsType<View.Notice>(Show("policy changes", PolicyText.Policy)).Lines[0].Text);
    }

    private static View Show(string text, Policy? before = null) => Handle(text, Rita, before);

    private static View Handle(string text, SupplierBot.Onboarding.Roles.Actor actor, Policy? before = null) =>
        CaseDecider
            .Handle(new TurnState { PolicyBefore = before }, RequestReader.Typed(text), actor, PolicyText.Policy, Room.Context)
            .Answer!;

    private static View Press(Button button, params (string Id, string Value)[] values) =>
        CaseDecider
            .Handle(
                new(),
                RequestReader.Pressed(
                    button.Verb,
                    button.Target,
                    CardStamp.None,
                    values.ToDictionary(value => value.Id, value => value.Value),
                    false
                ),
                Rita,
                PolicyText.Policy,
                Room.Context
            )
            .Answer!;

    private static List<View.Entries> Pages(string command)
    {
        var pages = new List<View.Entries> { Assert.IsType<View.Entries>(Show(command)) };
        while (pages[^1].Buttons.FirstOrDefault(button => button.Label == "Show more") is { } more)
            pages.Add(Assert.IsType<View.Entries>(Press(more)));
        return pages;
    }

    private static List<CardRow> Rows(string command) =>
        [.. Pages(command).SelectMany(page => page.Groups).SelectMany(group => group.Rows)];
}
