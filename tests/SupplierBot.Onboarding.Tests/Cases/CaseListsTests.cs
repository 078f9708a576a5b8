using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>mine, pending, find, can I use: what lies in the state, in words.</summary>
public sealed class CaseListsTests
{
    private static readonly CaseScenario Room = With(CaseAnswers.Medium);

    private static View Say(string text, Actor actor, TurnState state) =>
        CaseDecider.Handle(state, RequestReader.Typed(text), actor, CaseScenario.Policy, Room.Context).Answer!;

    private static CaseLine Line(
        int number,
        int due = 2,
        int open = 0,
        int given = 0,
        int needed = 1,
        CaseStatus status = CaseStatus.InReview
    ) =>
        new()
        {
            Id = $"REQ-2026-{number:0000}",
            Supplier = $"Supplier {number}",
            Status = status,
            Tier = Tier.Medium,
            Requester = Rita.Person,
            SubmittedAt = Room.Now.AddDays(-1),
            DueAt = Room.Now.AddDays(due),
            OpenPoints = open,
            ApprovalsGiven = given,
            ApprovalsNeeded = needed,
            NextRole = "security",
            ClaimedBy = null,
        };

    [Fact]
    public void Pending_is_grouped_by_what_it_needs()
    {
        var state = new TurnState
        {
            Cases =
            [
                Line(1, open: 2),
                Line(2),
                Line(3, given: 1, needed: 2),
                Line(4, due: -1),
                Line(5, due: -1, status: CaseStatus.InfoRequested),
            ],
        };
        var list = Assert.IsType<View.Entries>(Say("pending", Sam, state));
        Assert.Equal(
            ["Overdue", "One approval left", "Ready to decide", "With open points", "Waiting for the requester"],
            list.Groups.Select(group => group.Title)
        );
        Assert.Equal(("Supplier 4", true), (list.Groups[0].Rows[0].Title, list.Groups[0].Rows[0].IsUrgent));
        Assert.Equal("4 requests wait for you", list.Title);
        Assert.Equal(
            [("review", "REQ-2026-0004"), ("open", "REQ-2026-0005")],
            new[] { list.Groups[0], list.Groups[^1] }.Select(group => (group.Rows[0].Press!.Verb, group.Rows[0].Press!.Target))
        );
        Assert.IsType<View.Notice>(Say("pending", Stranger, state));
    }

    [Fact]
    public void Six_rows_a_page_and_the_rest_on_the_next()
    {
        var state = new TurnState { Cases = [.. Enumerable.Range(1, 23).Select(number => Line(number))] };
        var first = Assert.IsType<View.Entries>(Say("mine", Rita, state));
        Assert.Equal(6, first.Groups[0].Rows.Count);
        Assert.Equal("and 17 more", first.More);
        var more = first.Buttons.Single(button => button.Verb == "next_page");
        Assert.Equal(
            new Request.ShowMine(6),
            RequestReader.Pressed(Verbs.NextPage, more.Target, CardStamp.None, new Dictionary<string, string>(), false) with
            {
                Press = null,
            }
        );
        var press = RequestReader.Pressed("next_page", "18 mine", CardStamp.None, new Dictionary<string, string>(), false);
        var last = Assert.IsType<View.Entries>(CaseDecider.Handle(state, press, Rita, CaseScenario.Policy, Room.Context).Answer);
        Assert.Equal(
            ["Supplier 19", "Supplier 20", "Supplier 21", "Supplier 22", "Supplier 23"],
            last.Groups[0].Rows.Select(row => row.Title)
        );
        Assert.Equal("", last.More);
    }

    [Theory]
    [InlineData("99999999999999999999 mine", "Supplier 19")]
    [InlineData("2147483647 mine", "Supplier 19")]
    [InlineData("-5 mine", "Supplier 1")]
    public void A_page_beyond_the_list_is_its_nearest_page(string target, string first)
    {
        var state = new TurnState { Cases = [.. Enumerable.Range(1, 23).Select(number => Line(number))] };
        var press = RequestReader.Pressed("next_page", target, CardStamp.None, new Dictionary<string, string>(), false);
        Assert.Equal(
            first,
            Assert
                .IsType<View.Entries>(CaseDecider.Handle(state, press, Rita, CaseScenario.Policy, Room.Context).Answer)
                .Groups[0]
                .Rows[0]
                .Title
        );
    }

    [Theory]
    [
        InlineData(0, 0, 0),
        InlineData(5, 0, 0),
        InlineData(-3, 23, 0),
        InlineData(6, 23, 6),
        InlineData(18, 23, 18),
        InlineData(30, 23, 18),
        InlineData(int.MaxValue, 23, 18),
        InlineData(6, 6, 0),
        InlineData(6, 7, 6),
        // The button of a list from before, ten rows a page.
        InlineData(10, 23, 10)
    ]
    public void No_page_begins_behind_the_last(int asked, int count, int first) => Assert.Equal(first, CaseLists.FirstOf(asked, count));

    [Theory]
    [InlineData("new `tick", "`tick")]
    [InlineData("new Acme&gt;", "Acme&gt;")]
    [InlineData("new 'Acme Notes'", "Acme Notes")]
    [InlineData("new Ac\U000E0041me", "Acme")]
    public void A_name_loses_only_marks_that_stand_around_it(string said, string name) =>
        Assert.Equal(new Request.StartDraft(name), RequestReader.Parse(said));

    [Fact]
    public void A_long_name_leaves_the_command_a_command()
    {
        Assert.Equal(200, Assert.IsType<Request.StartDraft>(RequestReader.Parse("new " + new string('x', 300))).Name.Length);
        Assert.IsType<Request.SearchRegister>(RequestReader.Parse("find " + new string('x', 300)));
        Assert.IsType<Request.CanIUse>(RequestReader.Parse("can I use " + new string('x', 300)));
    }

    [Fact]
    public void Only_who_may_decide_now_is_told_that_they_are_next()
    {
        var room = With(CaseAnswers.Critical);
        room.Approve(Sam, "covered");
        room.Press(Sam, "review");
        var news = Assert.IsType<View.Deciding>(room.Last.Answer).News;
        Assert.DoesNotContain(news, line => line.Contains("You're next", StringComparison.Ordinal));
        Assert.Contains(news, line => line.StartsWith("Sam approved", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@Sam", true)]
    [InlineData("sam@localhost", false)]
    [InlineData("Sam (security)", false)]
    public void A_named_owner_is_known_or_the_reviewer_reads_that_they_are_not(string typed, bool known)
    {
        var room = With(CaseAnswers.Medium.With("owner", typed));
        Assert.Equal(known, room.Case!.Owner.Id == Sam.Id);
        room.Press(Priya, "review");
        Assert.Equal(
            !known,
            Assert.IsType<View.Deciding>(room.Last.Answer).News.Any(line => line.StartsWith("I don't know", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(EntryStatus.Active, "Yes, you can use Acme Notes")]
    [InlineData(EntryStatus.ActiveConditional, "Yes, you can use Acme Notes, with conditions. Ask Rita")]
    [InlineData(EntryStatus.Proposed, "Not yet: it's in review. Decision due Fri 20 Nov.")]
    [InlineData(EntryStatus.Onboarding, "Not yet: it's approved")]
    [InlineData(EntryStatus.NotApproved, "No: it isn't approved.")]
    [InlineData(EntryStatus.Suspended, "No: its approval is suspended.")]
    [InlineData(EntryStatus.Terminated, "No: we stopped using it")]
    public void The_register_answers_in_one_line(EntryStatus status, string begins)
    {
        var entry = Assert.IsType<View.Entry>(
            Say("can I use Acme Notes?", Stranger, new TurnState { SameName = [Room.Entry! with { Status = status }] })
        );
        Assert.StartsWith(begins, entry.Words().First().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("talks", entry.Words().First().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EntryStatus.Withdrawn, "Not on the register: the request was withdrawn.")]
    [InlineData(EntryStatus.Expired, "Not on the register: the request closed because a question wasn't answered.")]
    public void What_nobody_decided_is_never_a_no(EntryStatus status, string begins)
    {
        var undecided = Room.Entry! with { Status = status };
        var entry = Assert.IsType<View.Entry>(Say("can I use Acme Notes?", Stranger, new TurnState { SameName = [undecided] }));
        Assert.StartsWith(begins, entry.Words().First().Text, StringComparison.Ordinal);
        Assert.Empty(Assert.Single(entry.Answers).Facts);
        Assert.Equal(("New request", "new Acme Notes"), (Assert.Single(entry.Buttons).Label, entry.Buttons[0].Says));
        var found = Assert.IsType<View.Entries>(Say("find acme", Stranger, new TurnState { Found = [undecided] }));
        Assert.Contains(begins, Assert.Single(Assert.Single(found.Groups).Rows).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_decided_says_nothing_beside_what_was_approved()
    {
        var (withdrawn, approved) = (Room.Entry! with { Status = EntryStatus.Withdrawn }, Room.Entry! with { Status = EntryStatus.Active });
        var entry = Assert.IsType<View.Entry>(Say("can I use Acme Notes?", Stranger, new TurnState { SameName = [withdrawn, approved] }));
        Assert.StartsWith("Yes", entry.Words().First().Text, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.Words(), line => line.Text.Contains("withdrawn", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_may_use_it_reads_for_what_and_what_stays_out()
    {
        var entry = Room.Entry! with
        {
            Status = EntryStatus.ActiveConditional,
            Purpose = "Notes of our talks.",
            Data = ["confidential", "personal"],
            OpenConditions = ["Switch off training.", "Name a fallback."],
        };
        Assert.Equal(
            [
                ("Approved use", "“Notes of our talks.”"),
                ("Plan", "Business plan"),
                ("Allowed data", "Confidential information, personal data"),
                (
                    "Not for",
                    "Source code, training or test data, highly confidential information, our trained models, passwords or keys, "
                        + "payment or salary details, sensitive personal data, data about children"
                ),
                ("Conditions", "Switch off training · Name a fallback"),
            ],
            Facts(entry)
        );
        Assert.Empty(Facts(entry with { Status = EntryStatus.Suspended }));

        static IEnumerable<(string, string)> Facts(RegisterEntry entry) =>
            Assert
                .IsType<View.Entry>(Say("can I use Acme Notes?", Stranger, new TurnState { SameName = [entry] }))
                .Answers.SelectMany(answer => answer.Facts)
                .Select(line => (line.Label, line.Text));
    }

    [Fact]
    public void A_guess_is_never_a_yes()
    {
        var notice = Assert.IsType<View.Notice>(
            Say("can I use Acme?", Stranger, new TurnState { Found = [Room.Entry! with { Status = EntryStatus.Active }] })
        );
        Assert.DoesNotContain("Yes", notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Contains(notice.Buttons, button => button.Says == "can I use Acme Notes");
        var none = Assert.IsType<View.Notice>(Say("can I use Acme?", Stranger, new TurnState()));
        Assert.Equal("new Acme", Assert.Single(none.Buttons).Says);
    }

    [Theory]
    [InlineData("can I use Acme Notes for my team?")]
    [InlineData("can I use the Acme Notes app to summarise meetings")]
    [InlineData("can I use Acme and Otter?")]
    [InlineData("find a tool for transcription")]
    public void Of_a_sentence_nothing_is_stated(string text)
    {
        var none = Assert.IsType<View.Notice>(Say(text, Stranger, new TurnState()));
        Assert.StartsWith("I can't find “", none.Lines[0].Text, StringComparison.Ordinal);
        var asked = Assert.IsType<View.Notice>(
            Say(
                text.Replace("find", "can I use", StringComparison.Ordinal),
                Stranger,
                new TurnState { Found = [Room.Entry! with { Status = EntryStatus.Active }] }
            )
        );
        Assert.Contains("Did you mean Acme Notes?", asked.Lines[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("can I use Joomla!?", "new Joomla!")]
    [InlineData("can I use Adyen N.V.?", "new Adyen N.V.")]
    [InlineData("can I use Supplier Shield", "new “Supplier Shield”")]
    [InlineData("can I use Otter, please?", "new Otter")]
    public void The_button_of_a_new_request_carries_the_whole_name(string text, string says) =>
        Assert.Equal(says, Assert.Single(Assert.IsType<View.Notice>(Say(text, Stranger, new TurnState())).Buttons).Says);

    [Fact]
    public void The_button_of_another_use_carries_the_whole_name()
    {
        var entry = Assert.IsType<View.Entry>(
            Say("can I use Supplier Shield?", Stranger, new TurnState { SameName = [Room.Entry! with { Supplier = "Supplier Shield" }] })
        );
        Assert.Equal(
            new Request.StartDraft("Supplier Shield") { Anyway = true },
            RequestReader.Parse(entry.Buttons.Single(button => button.Says.Length > 0).Says)
        );
    }

    [Fact]
    public void Every_sentence_the_rooms_name_is_in_the_wording()
    {
        foreach (var status in Enum.GetValues<CaseStatus>())
            Assert.Contains($"words.outcome.{status}", CaseScenario.Wording.Keys);
        foreach (var status in Enum.GetValues<EntryStatus>())
            Assert.Contains($"entry.{status}", CaseScenario.Wording.Keys);
        foreach (var status in Enum.GetValues<EntryStatus>())
            Assert.Contains($"words.entry.{status}", CaseScenario.Wording.Keys);
        foreach (var status in Enum.GetValues<CaseStatus>())
            Assert.Contains($"words.status.{status}", CaseScenario.Wording.Keys);
    }
}
