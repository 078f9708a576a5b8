using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Intake;

/// <summary>Check K7: somebody has it, or asked for it, already. Nobody is refused.</summary>
public sealed class DuplicateCheckTests
{
    private static RegisterEntry Entry(EntryStatus status, string supplier = "Acme Notes", string service = "", string id = "SUP-0007") =>
        new()
        {
            Id = id,
            Supplier = supplier,
            Service = service,
            Website = "",
            Purpose = "Notes of the board.",
            Status = status,
            Owner = IntakeScenario.Sam,
            Type = "AISAAS",
            Types = ["AISAAS"],
            Tier = Tier.Medium,
            Score = 20,
            Data = ["internal"],
            CaseId = "REQ-2026-0099",
            PolicyVersion = "2026.11-r1",
            ChangedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
            NextReview = new(2028, 11, 1),
        };

    private static CaseLine Asked(Person by) =>
        new()
        {
            Id = "REQ-2026-0099",
            Supplier = "Acme Notes",
            Status = CaseStatus.InReview,
            Tier = Tier.Medium,
            Requester = by,
            SubmittedAt = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero),
            DueAt = new(2026, 11, 19, 17, 0, 0, TimeSpan.Zero),
            OpenPoints = 0,
            ApprovalsGiven = 0,
            ApprovalsNeeded = 1,
            NextRole = "security",
            ClaimedBy = null,
        };

    private static IntakeScenario Named(IntakeScenario talk) => talk.Says("new").Fills(("name", "ACME notes"), ("purpose", "Notes."));

    [Fact]
    public void It_is_said_after_the_first_page_and_nothing_typed_is_lost()
    {
        var talk = Named(new IntakeScenario { SameName = [Entry(EntryStatus.Active)] });
        Assert.Equal("Registered: ACME notes", talk.Notice.Title);
        Assert.Contains("Sam Security", talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal(("open", "SUP-0007"), (talk.View.Buttons[0].Verb, talk.View.Buttons[0].Target));
        Assert.Equal("Notes.", talk.Draft!.Answers.One("purpose"));
    }

    [Fact]
    public void Nothing_of_the_case_but_the_register_line_is_told()
    {
        var talk = Named(new IntakeScenario { SameName = [Entry(EntryStatus.Active)] });
        Assert.DoesNotContain(talk.Notice.Lines, line => line.Text.Contains("board", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_said_at_once_where_the_name_came_with_new() =>
        Assert.Equal(
            "Registered: Acme Notes",
            new IntakeScenario { SameName = [Entry(EntryStatus.Active)] }
                .Says("new Acme Notes")
                .Notice.Title
        );

    [Fact]
    public void With_new_it_is_said_before_there_is_a_draft()
    {
        var talk = new IntakeScenario { SameName = [Entry(EntryStatus.Active)] }.Says("new Acme Notes");
        Assert.Null(talk.Draft);
        Assert.Equal("For the same product and use, you don't need a new request.", talk.Notice.Lines[^1].Text);
        var another = talk.View.Buttons.Single(button => button.Label == "Request a different use…");
        talk.Sends(RequestReader.Typed(another.Says, isExplicit: true));
        Assert.True(talk.Draft!.AnotherUse);
        Assert.Equal("Acme Notes", talk.Field("name").Value);
    }

    [Fact]
    public void With_new_one_that_is_like_it_is_a_question()
    {
        var talk = new IntakeScenario { Alike = [Entry(EntryStatus.Active, "Acme Notes Inc")] }.Says("new Acme Notes");
        Assert.Null(talk.Draft);
        Assert.Equal("Is that the one you mean?", talk.Notice.Lines[^1].Text);
        talk.Sends(RequestReader.Typed(talk.View.Buttons.Single(button => button.Label == "No, start a request").Says, isExplicit: true));
        Assert.Equal("Acme Notes", talk.Draft!.Answers.One("name"));
    }

    [Fact]
    public void Another_use_goes_on_and_is_not_asked_again()
    {
        var talk = Named(new IntakeScenario { SameName = [Entry(EntryStatus.Active)] }).Presses("answer");
        Assert.Equal("what", talk.Page.Stamp.Page);
        Assert.True(talk.Draft!.AnotherUse);
        Assert.Equal("what", talk.Presses("back").Fills(("service", "Enterprise")).Page.Stamp.Page);
    }

    [Fact]
    public void Another_name_is_asked_about_again()
    {
        var talk = Named(new IntakeScenario { SameName = [Entry(EntryStatus.Active)] }).Presses("answer");
        talk.SameName = [Entry(EntryStatus.Active, "Otter")];
        Assert.Equal("Registered: Otter", talk.Presses("back").Fills(("name", "Otter")).Notice.Title);
    }

    [Fact]
    public void A_colleague_who_asked_is_not_named()
    {
        var talk = Named(new IntakeScenario { SameName = [Entry(EntryStatus.Proposed)], Pending = [Asked(IntakeScenario.Priya)] });
        Assert.Equal("A colleague requested it on Mon 16 Nov. Decision due Thu 19 Nov.", talk.Notice.Lines[0].Text);
    }

    [Fact]
    public void One_who_asked_oneself_is_told_so() =>
        Assert.StartsWith(
            "You requested it on Mon 16 Nov",
            Named(new IntakeScenario { SameName = [Entry(EntryStatus.Proposed)], Pending = [Asked(IntakeScenario.Rita)] })
                .Notice.Lines[0]
                .Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void Several_services_are_told_apart()
    {
        var talk = Named(
            new IntakeScenario
            {
                SameName =
                [
                    Entry(EntryStatus.Active, service: "Notes, free"),
                    Entry(EntryStatus.Active, service: "Notes, business", id: "SUP-0008"),
                ],
            }
        );
        Assert.Equal(
            ["Open Notes, free", "Open Notes, business", "Request a different use…"],
            talk.View.Buttons.Select(button => button.Label)
        );
    }

    [Theory]
    [InlineData(EntryStatus.NotApproved)]
    [InlineData(EntryStatus.Withdrawn)]
    [InlineData(EntryStatus.Expired)]
    [InlineData(EntryStatus.Terminated)]
    public void What_nobody_may_use_holds_nobody_up(EntryStatus status) =>
        Assert.Equal("what", Named(new IntakeScenario { SameName = [Entry(status)] }).Page.Stamp.Page);

    [Fact]
    public void Another_supplier_holds_nobody_up() =>
        Assert.Equal("what", Named(new IntakeScenario { SameName = [Entry(EntryStatus.Active, "Acme Notebooks")] }).Page.Stamp.Page);

    [Fact]
    public void People_who_did_not_choose_are_asked_on_the_summary()
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App);
        talk.SameName = [Entry(EntryStatus.Active)];
        Assert.Contains(
            talk.Presses("cancel").Presses("open").Summary.Checks,
            check => check.Text.StartsWith("This supplier is already on the register.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Acme N0tes", "", "Its name looks like yours, but isn't the same. That name has digits in place of letters.")]
    [InlineData(
        "\u0410cme Notes",
        "",
        "Its name looks like yours, but isn't the same. That name has Cyrillic letters that look like Latin ones."
    )]
    [InlineData("Acme Notes, Inc.", "", "Its name looks like yours, but isn't the same. Yes, you can use")]
    [InlineData("Scribbly", "https://acme.example", "It has the same website. Yes, you can use")]
    public void One_that_is_only_like_it_is_a_question(string supplier, string website, string words)
    {
        var talk = new IntakeScenario { Alike = [Entry(EntryStatus.Active, supplier) with { Website = website }] }
            .Says("new")
            .Fills(("name", "Acme Notes"), ("website", "www.acme.example"), ("purpose", "Notes."));
        Assert.Equal("Is Acme Notes already on the register under another name?", talk.Notice.Title);
        Assert.StartsWith(words, talk.Notice.Lines[0].Text, StringComparison.Ordinal);
        Assert.Equal($"{supplier} (SUP-0007)", talk.Notice.Lines[0].Label);
        Assert.Equal("Mine is a different supplier", talk.View.Buttons[^1].Label);
        Assert.Equal("what", talk.Presses("answer").Page.Stamp.Page);
    }

    [Fact]
    public void Another_website_is_asked_about_again()
    {
        var talk = new IntakeScenario { Alike = [Entry(EntryStatus.Active, "Acme Notes Inc")] }.Says("new “Acme Notes” anyway");
        talk.Alike = [Entry(EntryStatus.Active, "Scribbly") with { Website = "acme.example" }];
        Assert.Contains(
            "It has the same website.",
            talk.Fills(("website", "acme.example"), ("purpose", "Notes.")).Notice.Lines[0].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_very_name_comes_first() =>
        Assert.Equal(
            "Registered: Acme Notes",
            new IntakeScenario
            {
                SameName = [Entry(EntryStatus.Proposed)],
                Alike = [Entry(EntryStatus.Active, "Acme Notes Inc", id: "SUP-0008")],
            }
                .Says("new Acme Notes")
                .Notice.Title
        );

    [Theory]
    [InlineData(EntryStatus.NotApproved, "Acme Notes, Ltd (SUP-0007) was requested before and not approved (Mon 5 Jan).")]
    [InlineData(EntryStatus.Terminated, "Acme Notes, Ltd (SUP-0007) was in use before, until Mon 5 Jan.")]
    [InlineData(EntryStatus.Withdrawn, "Acme Notes, Ltd (SUP-0007) was requested before; that request was withdrawn on Mon 5 Jan.")]
    public void What_was_refused_or_ended_is_shown_on_the_summary(EntryStatus status, string words)
    {
        var talk = new IntakeScenario();
        talk.Answer(SampleSuppliers.App);
        talk.Alike = [Entry(status, "Acme Notes, Ltd")];
        Assert.Contains(
            talk.Presses("cancel").Presses("open").Summary.Checks,
            check => check.Text.StartsWith(words, StringComparison.Ordinal)
        );
    }
}
