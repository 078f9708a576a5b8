using CsCheck;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Requests;

/// <summary>Every verb has one reader, on the cards it stands on; everything else is told apart.</summary>
public sealed class RequestReaderTests
{
    private static readonly Dictionary<string, string> NoValues = [];
    private static readonly CardStamp OnCase = CardStamp.OfCase("REQ-2026-0001", "receipt", 1);
    private static readonly CardStamp OnDraft = CardStamp.OfDraft("d-1", "basics", 1);

    public static TheoryData<string> EveryVerb =>
        [.. Verbs.All.Except([Verbs.Say, Verbs.RequestSupplier, Verbs.ChangeSupplier]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(EveryVerb))]
    public void Every_verb_of_a_card_is_read_somewhere(string verb)
    {
        var kinds = new[] { OnCase, OnDraft, CardStamp.None }
            .Select(stamp => Read(verb, stamp))
            .Where(request => request is not (Request.UnknownOnCase or Request.UnknownOnDraft))
            .ToList();
        Assert.NotEmpty(kinds);
        // The same button means the same wherever it is known, but for the four that a draft and a case share.
        if (verb is not (Verbs.Edit or Verbs.Open or Verbs.Back or Verbs.Details))
            Assert.Single(kinds.Select(request => request.GetType()).Distinct());
    }

    [Fact]
    public void Back_leads_from_a_form_to_its_case_and_from_a_page_to_the_one_before()
    {
        Assert.IsType<Request.BackToCase>(Read(Verbs.Back, OnCase));
        Assert.IsType<Request.StepBack>(Read(Verbs.Back, OnDraft));
        Assert.IsType<Request.StepBack>(Read(Verbs.Back, CardStamp.None));
    }

    [Fact]
    public void No_two_verbs_ask_for_the_same() =>
        Assert.Equal(
            EveryVerb.Count,
            EveryVerb
                .Select(row =>
                    (Read(row.Data, OnCase).GetType(), Read(row.Data, OnDraft).GetType(), Read(row.Data, CardStamp.None).GetType())
                )
                .Distinct()
                .Count()
        );

    [Theory]
    [InlineData("")]
    [InlineData("APPROVE")]
    [InlineData("approve ")]
    [InlineData("drop table")]
    [InlineData("say")]
    [InlineData("request")]
    [InlineData("change")]
    public void Anything_else_is_unknown(string verb)
    {
        Assert.IsType<Request.UnknownOnCase>(Read(verb, OnCase));
        Assert.IsType<Request.UnknownOnDraft>(Read(verb, OnDraft));
        Assert.IsType<Request.UnknownOnDraft>(Read(verb, CardStamp.None));
    }

    [Theory]
    [InlineData("AI governance here", true)]
    [InlineData("ai_governance not here", false)]
    [InlineData("“AI governance here”, please", true)]
    public void A_place_is_read_with_the_roles_of_the_policy(string text, bool chooses)
    {
        var request = RequestReader.WithRoles(RequestReader.Typed(text, null, [], isExplicit: true), Roles);
        Assert.Equal((chooses, "ai_governance"), request is Request.ChangePlace place ? (place.Chooses, place.Role) : (!chooses, ""));
        Assert.Equal((text, true), (request.Typed!.Text, request.Typed.Explicit));
        Assert.IsType<Request.ChangePlace>(request.Typed.IfAwaited);
    }

    [Theory]
    [InlineData("roles add ai governance Priya Shah", "ai_governance", "Priya Shah")]
    [InlineData("roles add ai Governance Smith", "ai_governance", "Smith")]
    [InlineData("roles add ai “Governance Smith”", "ai", "“Governance Smith”")]
    [InlineData("roles add ai-governance Priya", "ai_governance", "Priya")]
    [InlineData("roles add wizard Priya Shah", "wizard", "Priya Shah")]
    public void A_role_that_is_given_is_the_longest_that_the_words_begin_with(string text, string role, string name)
    {
        var given = Assert.IsType<Request.ChangeRole>(RequestReader.WithRoles(RequestReader.Typed(text), Roles));
        Assert.Equal((true, role, name), (given.Gives, given.Role, given.Name));
    }

    /// <summary>Of another policy than the one in force.</summary>
    [Fact]
    public void What_is_no_role_of_the_policy_is_no_place()
    {
        Assert.IsType<Request.ChangePlace>(RequestReader.Typed("legal here"));
        Assert.IsType<Request.Unclear>(RequestReader.WithRoles(RequestReader.Typed("legal here"), Roles));
        Assert.IsType<Request.Unclear>(RequestReader.WithRoles(RequestReader.Typed("auditor here"), Roles));
    }

    [Theory]
    [InlineData("status 12")]
    [InlineData("new AI governance here")]
    [InlineData("help")]
    public void Everything_else_stays_as_it_was_read(string text)
    {
        var request = RequestReader.Typed(text, new DateOnly(2026, 11, 17));
        Assert.Same(request, RequestReader.WithRoles(request, Roles));
        var pressed = Read(Verbs.Approve, OnCase);
        Assert.Same(pressed, RequestReader.WithRoles(pressed, Roles));
    }

    private static readonly KnownRoles Roles = KnownRoles.Of(
        PolicyText.Policy with
        {
            Roles = [new("security", null), new("ai", null), new("ai_governance", "AI governance")],
        }
    );

    [Theory]
    [InlineData("10 mine", typeof(Request.ShowMine), 10)]
    [InlineData("20 pending", typeof(Request.ShowPending), 20)]
    [InlineData("99999999999999999999 pending", typeof(Request.ShowPending), int.MaxValue)]
    [InlineData("-5 mine", typeof(Request.ShowMine), 0)]
    [InlineData("mine", typeof(Request.ShowMine), 0)]
    [InlineData("10 approve REQ-2026-0001", typeof(Request.ShowMine), 10)]
    [InlineData("", typeof(Request.ShowMine), 0)]
    public void A_page_is_one_of_the_list_it_continues(string target, Type list, int from)
    {
        var request = RequestReader.Pressed(Verbs.NextPage, target, CardStamp.None, NoValues, false);
        Assert.IsType(list, request);
        Assert.Equal(
            from,
            request switch
            {
                Request.ShowMine mine => mine.From,
                Request.ShowPending pending => pending.From,
                _ => -1,
            }
        );
    }

    [Theory]
    [InlineData("REQ-2026-0002", "REQ-2026-0003", "REQ-2026-0002")]
    [InlineData("", "SUP-0003", "SUP-0003")]
    [InlineData("10 pending", "", "REQ-2026-0001")]
    public void A_press_is_about_its_target_then_what_was_picked_then_its_card(string target, string picked, string id) =>
        Assert.Equal(id, new CardPress(Verbs.Open, target, OnCase, new Dictionary<string, string> { ["pick"] = picked }, false).CaseId);

    [Fact]
    public void A_list_with_nothing_chosen_opens_no_draft() =>
        Assert.IsType<Request.ShowCase>(
            RequestReader.Pressed(Verbs.Open, "", CardStamp.None, new Dictionary<string, string> { ["pick"] = "" }, false)
        );

    [Fact]
    public void What_a_client_asks_by_itself_delivers_nothing_again()
    {
        Assert.IsType<Request.RetryUndelivered>(RequestReader.Pressed(Verbs.Retry, "all", CardStamp.None, NoValues, automatic: false));
        Assert.IsType<Request.UnknownOnDraft>(RequestReader.Pressed(Verbs.Retry, "all", CardStamp.None, NoValues, automatic: true));
    }

    [Theory]
    [InlineData("status 12", "REQ-2026-0012")]
    [InlineData("exit 31", "SUP-0031")]
    [InlineData("assign 5 to Priya", "REQ-2026-0005")]
    [InlineData("tier 12", "REQ-2026-0012")]
    public void A_bare_number_is_one_of_this_year(string text, string number) =>
        Assert.Equal(number, Assert.IsAssignableFrom<Request.OnCase>(RequestReader.Typed(text, new(2026, 11, 29))).Number);

    /// <summary>A typed command and the button that does the same are one request.</summary>
    [Theory]
    [InlineData("exit SUP-0031", Verbs.Exit)]
    [InlineData("review SUP-0031", Verbs.Renew)]
    [InlineData("changed SUP-0031", Verbs.Changed)]
    [InlineData("checked SUP-0031", Verbs.Checked)]
    [InlineData("contract points SUP-0031", Verbs.Clauses)]
    [InlineData("contract points REQ-2026-0001", Verbs.Clauses)]
    [InlineData("report SUP-0031", Verbs.Report)]
    [InlineData("incident SUP-0031", Verbs.Incident)]
    [InlineData("remind REQ-2026-0001", Verbs.Remind)]
    [InlineData("withdraw REQ-2026-0001", Verbs.Withdraw)]
    [InlineData("status REQ-2026-0001", Verbs.Open)]
    [InlineData("assign REQ-2026-0001 to Priya", Verbs.Assign)]
    [InlineData("owner SUP-0031", Verbs.ChangeOwner)]
    [InlineData("owner SUP-0031 to Priya Shah", Verbs.ChangeOwner)]
    [InlineData("owner of SUP-0031 to Priya Shah", Verbs.ChangeOwner)]
    [InlineData("transfer SUP-0031 to Priya", Verbs.ChangeOwner)]
    [InlineData("tier REQ-2026-0001", Verbs.Tier)]
    [InlineData("change tier REQ-2026-0001", Verbs.Tier)]
    public void Typed_and_pressed_are_the_same_request(string text, string verb) =>
        Assert.IsType(Read(verb, OnCase).GetType(), RequestReader.Typed(text));

    [Theory]
    [InlineData("hand over everything of Anna Leaver to Ben Newman", "Anna Leaver", "Ben Newman", false)]
    [InlineData("Please transfer all suppliers from teams:anna to teams:ben", "teams:anna", "teams:ben", false)]
    [InlineData("confirm hand over everything of teams:anna to teams:ben", "teams:anna", "teams:ben", true)]
    [InlineData("hand over everything of teams:anna", "teams:anna", "", false)]
    public void All_of_a_person_goes_to_another(string text, string from, string to, bool confirmed) =>
        Assert.Equal(new Request.HandOver(from, to, confirmed), RequestReader.Parse(text));

    [Theory]
    [InlineData("owner of SUP-0031")]
    [InlineData("who is the owner of SUP-0031?")]
    [InlineData("confirm hand over everything of Anna")]
    public void Without_who_gets_it_nothing_is_handed_over(string text) =>
        Assert.False(RequestReader.Parse(text) is Request.ChangeOwner or Request.HandOver);

    /// <summary>
    /// What is clearly no command where anything may be one is none where an answer is awaited, either: the parser looks for none then.
    /// </summary>
    [Fact]
    public void What_is_no_command_is_none_where_a_text_is_awaited()
    {
        var words = new[]
        {
            "new",
            "status",
            "exit",
            "find",
            "can",
            "i",
            "use",
            "assign",
            "to",
            "roles",
            "add",
            "security",
            "hi",
            "please",
            "thanks",
            "12",
            "REQ-2026-0012",
            "SUP-1",
            "Acme",
            "delegate",
            "until",
            "20",
            "Dec",
            "help",
            "mine",
            "here",
            "not",
            "I",
            "want",
        };
        Gen.Int[0, words.Length - 1]
            .Array[1, 6]
            .Sample(
                picked =>
                {
                    var text = string.Join(' ', picked.Select(index => words[index]));
                    var folded = CommandText.Words(text);
                    if (CommandParser.Read(folded, 2026, awaited: false, KnownRoles.First) is null)
                        Assert.Null(CommandParser.Read(folded, 2026, awaited: true, KnownRoles.First));
                },
                iter: 20_000
            );
    }

    private static Request Read(string verb, CardStamp stamp) => RequestReader.Pressed(verb, "", stamp, NoValues, false);
}
