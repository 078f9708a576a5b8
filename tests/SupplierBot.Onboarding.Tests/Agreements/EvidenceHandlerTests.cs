using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>Documents are added by those who know of them, and judged by those who decide; the gate follows.</summary>
public sealed class EvidenceHandlerTests
{
    private const string Link = "https://trust.acme.com/soc2";
    private const string Gaps = "The period ended fourteen months ago.";

    private static readonly (string, string) Kind = ("evidence_kind", "E-CERT");

    [Fact]
    public void The_list_says_what_is_missing_and_why_and_each_row_is_a_target()
    {
        var room = With(CaseAnswers.High);
        var kinds = room.Case!.Assessment.Evidence;
        var list = Assert.IsType<View.Entries>(room.Press(Rita, "evidence").Answer);
        Assert.Equal($"0 of {kinds.Count} checked · {kinds.Count} missing", list.Small);
        var group = Assert.Single(list.Groups);
        Assert.Equal("Needs you", group.Title);
        Assert.Equal(
            kinds.Take(10).Select(kind => ("evidence_add", kind.Id)),
            group.Rows.Select(row => (row.Press!.Verb, row.Press.Target))
        );
        Assert.All(
            group.Rows.Zip(kinds),
            pair =>
            {
                Assert.Equal(pair.Second.Title, pair.First.Title);
                Assert.Contains($"because {pair.Second.Because}", pair.First.Text, StringComparison.Ordinal);
            }
        );
        Assert.Equal("Missing", Assert.Single(Assert.IsType<View.Entries>(room.Press(Sam, "evidence").Answer).Groups).Title);
        Assert.All(Assert.IsType<View.Entries>(room.Press(Auditor, "evidence").Answer).Groups[0].Rows, row => Assert.Null(row.Press));
    }

    [Theory]
    [InlineData("documents SUP-0031")]
    [InlineData("evidence REQ-2026-0012")]
    [InlineData("evidence of SUP-0031")]
    public void It_is_asked_for_by_number(string text)
    {
        var room = With(CaseAnswers.Medium);
        Assert.Equal("Documents from Acme Notes", Assert.IsType<View.Entries>(room.Say(Rita, text).Answer).Title);
        Assert.Equal("refusal.unknown_case", room.Say(Stranger, text).Refused);
    }

    [Fact]
    public void What_is_added_waits_for_who_decides()
    {
        var room = With(CaseAnswers.Medium);
        var form = Assert.IsType<View.Form>(room.Press(Rita, "evidence_add", "E-CERT").Answer);
        Assert.Equal(("", "E-CERT"), (form.Problem, form.Fields[0].Value));
        room.Press(
            Rita,
            "evidence_add",
            "sent",
            values: [Kind, ("evidence_link", "trust.acme.com/soc2"), ("evidence_issuer", "DNV"), ("evidence_expires", "2027-08-14")]
        );
        var record = Assert.Single(room.Case!.Evidence);
        Assert.Equal((1, "E-CERT", Link, "DNV"), (record.Number, record.Kind, record.Link, record.Issuer));
        Assert.Equal((new DateOnly(2027, 8, 14), null), (record.Expires, record.Verdict));
        Assert.Equal(AuditEventKind.EvidenceAdded, room.Facts[^1].Event.Kind);
        Assert.Equal("", room.Facts[^1].Event.Comment);
        Assert.EndsWith("Rita added a document: " + TitleOf(room, "E-CERT"), room.Case.History[^1].Words, StringComparison.Ordinal);
        var rows = Assert.IsType<View.Entries>(room.Press(Sam, "evidence").Answer).Groups[0];
        Assert.Equal(("Needs you", "evidence_check", "1"), (rows.Title, rows.Rows[0].Press!.Verb, rows.Rows[0].Press!.Target));
        Verify(room);
    }

    [Theory]
    [InlineData("evidence_link", "http://acme.com/x", "evidence.https")]
    [InlineData("evidence_link", "javascript://alert", "evidence.link")]
    [InlineData("evidence_link", "see the folder", "evidence.link")]
    [InlineData("evidence_link", "", "evidence.nowhere")]
    [InlineData("evidence_kind", "E-NONE", "evidence.which_kind")]
    [InlineData("evidence_issued", "2026-11-19", "evidence.issued_later")]
    [InlineData("evidence_expires", "2026-01-01", "evidence.expires_before")]
    [InlineData("evidence_expires", "2026-11-16", "evidence.over_already")]
    [InlineData("evidence_bridged", "2026-01-01", "evidence.bridge_before")]
    [InlineData("evidence_issued", "next blue moon", "evidence.day")]
    public void What_cannot_be_is_said_at_its_field(string field, string value, string key)
    {
        var room = With(CaseAnswers.Medium);
        var values = new Dictionary<string, string>
        {
            ["evidence_kind"] = "E-CERT",
            ["evidence_link"] = Link,
            ["evidence_issued"] = "2026-01-01",
            [field] = value,
        };
        room.Press(Rita, "evidence_add", "sent", values: [.. values.Select(pair => (pair.Key, pair.Value))]);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.True(room.Says(key), form.Problem);
        Assert.Equal(field, Assert.Single(form.Fields, one => one.HasError).Id);
        Assert.Empty(room.Case!.Evidence);
    }

    [Fact]
    public void Tomorrow_is_today_elsewhere_and_a_place_is_enough()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Rita,
            "evidence_add",
            "sent",
            values: [Kind, ("evidence_place", "Their portal, folder Audit"), ("evidence_issued", "2026-11-18")]
        );
        Assert.Equal("Their portal, folder Audit", Assert.Single(room.Case!.Evidence).Place);
    }

    [Fact]
    public void The_same_is_told_and_not_added_twice()
    {
        var room = Added(CaseAnswers.Medium);
        room.Press(Sam, "evidence_add", "sent", values: [Kind, ("evidence_link", Link + "/")]);
        Assert.True(room.Says("evidence.there_already"), room.Problem);
        Assert.Single(room.Case!.Evidence);
        room.Press(Sam, "evidence_add", "sent", values: [("evidence_kind", "E-DPA"), ("evidence_link", Link)]);
        Assert.Equal([1, 2], room.Case!.Evidence.Select(record => record.Number));
    }

    [Fact]
    public void A_file_is_kept_with_its_hash_and_only_by_who_sent_it()
    {
        var room = With(CaseAnswers.Medium);
        room.File = new(new("file-abc", "SOC2.pdf", 1_258_291, new string('a', 64)), Rita.Person.Id);
        var form = Assert.IsType<View.Form>(room.Press(Rita, "evidence_add", "E-CERT").Answer);
        Assert.Equal(("SOC2.pdf, 1.2 MB", "file-abc"), (form.Lines[0].Text, form.Stamp.Page));
        Assert.Equal("evidence.file_gone", Gone(room, Sam));
        room.Press(Rita, "evidence_add", "sent", values: [Kind]);
        Assert.Equal(room.File.File, Assert.Single(room.Case!.Evidence).File);
        room.Press(Rita, "evidence_add", "sent", values: [Kind]);
        Assert.True(room.Says("evidence.there_already"), room.Problem);
        room.File = null;
        room.Press(Sam, "evidence_open", "1");
        Assert.Contains(Assert.IsType<View.Notice>(room.Last.Answer).Lines, line => line.Text == new string('a', 64));
    }

    [Theory]
    [InlineData("rita", "refusal.own_request")]
    [InlineData("auditor", "refusal.not_approver")]
    public void Only_who_decides_judges(string person, string refused)
    {
        var room = Added(CaseAnswers.Medium);
        Assert.Equal(refused, Judge(room, person == "rita" ? Rita : Auditor, "sufficient").Refused);
        Assert.Null(room.Case!.Evidence[0].Verdict);
    }

    [Fact]
    public void Who_added_it_leaves_it_to_the_others()
    {
        var room = Added(CaseAnswers.Medium, Sam);
        Assert.Equal("evidence.own", Judge(room, Sam, "sufficient").Refused);
        Judge(room, Priya, "sufficient");
        Assert.Equal(Priya.Person, room.Case!.Evidence[0].JudgedBy);
        var alone = With(CaseAnswers.Medium, roles: RolesOf((RoleNames.Security, [Sam])));
        alone.Press(Sam, "evidence_add", "sent", values: [Kind, ("evidence_link", Link)]);
        Judge(alone, Sam, "sufficient");
        Assert.Equal(EvidenceVerdict.Sufficient, alone.Case!.Evidence[0].Verdict);
    }

    [Theory]
    [InlineData("", "", "evidence.which_verdict")]
    [InlineData("gaps", "", "refusal.too_short")]
    [InlineData("insufficient", "no", "refusal.too_short")]
    [InlineData("gaps", Gaps, "evidence.what_follows")]
    public void A_verdict_says_what_is_missing(string verdict, string note, string key)
    {
        var room = Added(CaseAnswers.Medium);
        Judge(room, Sam, verdict, ("note", note));
        Assert.True(room.Says(key), room.Problem);
        Assert.Null(room.Case!.Evidence[0].Verdict);
    }

    [Fact]
    public void What_is_not_enough_is_missing_again_and_who_can_help_is_told()
    {
        var room = Added(CaseAnswers.Medium);
        Judge(room, Sam, "insufficient", ("note", Gaps));
        Assert.Equal((EvidenceVerdict.Insufficient, Gaps), (room.Case!.Evidence[0].Verdict, room.Case.Evidence[0].Gaps));
        Assert.Equal((AuditEventKind.EvidenceJudged, Gaps), (room.Facts[^1].Event.Kind, room.Facts[^1].Event.Comment));
        Assert.Contains(new(NotificationKind.DocumentJudged, 1, Rita.Person), room.Case.Notifications);
        var told = Assert.IsType<View.Notice>(room.Show("told-DocumentJudged-1-teams:rita"));
        Assert.Contains($"“{Gaps}”", told.Lines[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Gaps, told.Plain, StringComparison.Ordinal);
        Assert.Equal(("evidence_add", "E-CERT"), (told.Buttons[0].Verb, told.Buttons[0].Target));
        var list = Assert.IsType<View.Entries>(room.Press(Rita, "evidence").Answer);
        Assert.Contains(list.Groups[0].Rows, row => row.Press is { Verb: "evidence_add", Target: "E-CERT" });
        Assert.Equal(("Not valid", "evidence_open"), (list.Groups[^1].Title, list.Groups[^1].Rows[0].Press!.Verb));
        room.Press(Rita, "evidence_add", "sent", values: [Kind, ("evidence_link", Link + "-new")]);
        Assert.Contains(
            "doesn't need anything",
            Assert.IsType<View.Notice>(room.Show("told-DocumentJudged-1-teams:rita")).Lines[0].Text,
            StringComparison.Ordinal
        );
        Verify(room);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gaps_become_a_condition(bool approved)
    {
        var room = Added(CaseAnswers.Medium);
        if (approved)
            Yes(room, Sam);
        Judge(
            room,
            Priya,
            "gaps",
            ("note", Gaps),
            ("condition_text", "Get the report of this year."),
            ("condition_due", "2026-12-10"),
            ("condition_owner", "requester")
        );
        var condition = Assert.Single(room.Case!.Conditions);
        Assert.Equal(
            ("Get the report of this year.", new DateOnly(2026, 12, 10), Rita.Person, Priya.Person),
            (condition.Text, condition.Due, condition.Owner, condition.SetBy)
        );
        if (!approved)
            Yes(room, Sam);
        Assert.Equal(
            (CaseStatus.ApprovedWithConditions, CaseStatus.ApprovedWithConditions),
            (room.Case.Status, room.Case.Decision!.Outcome)
        );
        Assert.Equal(["Get the report of this year."], room.Entry!.OpenConditions);
        room.Press(Rita, "done", "1", values: [("proof_text", "It came this morning, see their portal.")]);
        Assert.Equal(ApprovalConditionState.Reported, room.Case.Conditions[0].State);
        Verify(room);
    }

    [Fact]
    public void The_last_missing_document_opens_the_entry_and_a_later_no_closes_it()
    {
        var room = Ready(CaseAnswers.Medium);
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
        room.Press(Rita, "evidence_add", "sent", values: [Kind, ("evidence_link", Link), ("evidence_expires", "2027-08-14")]);
        Assert.Equal(EntryStatus.Onboarding, room.Entry.Status);
        Judge(room, Sam, "sufficient", ("evidence_expires", "2027-08-14"));
        Assert.Empty(UseGate.Gaps(room.Case!));
        Assert.Equal((EntryStatus.Active, new DateOnly(2027, 8, 14)), (room.Entry.Status, room.Entry.ProofUntil));
        Assert.Contains(room.Case!.Notifications, told => told.Kind == NotificationKind.Usable && told.To == Rita.Person);
        Judge(room, Priya, "insufficient", ("note", Gaps));
        Assert.Equal(EntryStatus.Onboarding, room.Entry.Status);
        Assert.Equal(room.Operations.Distinct().Count(), room.Operations.Count);
        Verify(room);
    }

    [Fact]
    public void Somebody_elses_verdict_in_between_is_read_first()
    {
        var room = Added(CaseAnswers.Medium);
        var opened = Assert.IsType<View.Form>(room.Press(Priya, "evidence_check", "1").Answer).Buttons[0].Target;
        Judge(room, Sam, "sufficient");
        room.Press(Priya, "evidence_check", opened, values: [("verdict", "insufficient"), ("note", Gaps)]);
        Assert.True(room.Says("evidence.judged_since"), room.Problem);
        Assert.Equal((EvidenceVerdict.Sufficient, Sam.Person), (room.Case!.Evidence[0].Verdict, room.Case.Evidence[0].JudgedBy));
    }

    [Fact]
    public void A_document_that_does_not_cover_the_service_is_not_simply_enough()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Rita, "evidence_add", "sent", values: [Kind, ("evidence_link", Link), ("evidence_covers", "no")]);
        Judge(room, Sam, "sufficient");
        Assert.True(room.Says("evidence.covers_contradiction"), room.Problem);
    }

    [Fact]
    public void After_a_no_documents_change_nothing()
    {
        var room = Added(CaseAnswers.Medium);
        room.Reject(Sam);
        Assert.Equal("evidence.over", room.Press(Rita, "evidence_add", "E-CERT").Refused);
        Assert.Equal("evidence.over", Judge(room, Priya, "sufficient").Refused);
    }

    [Fact]
    public void A_verdict_that_nobody_gave_is_found()
    {
        var room = Added(CaseAnswers.Medium);
        var changed = room.Case! with { Evidence = [room.Case.Evidence[0] with { Verdict = EvidenceVerdict.Sufficient }] };
        Assert.Contains(
            "what is kept of it is not what its newest fact sealed",
            CaseVerifier.Contradictions(changed, room.Facts, room.Rules)
        );
    }

    [Fact]
    public void The_cards_lead_to_it()
    {
        var room = With(CaseAnswers.Medium);
        Assert.Contains(Assert.IsType<View.Receipt>(room.Show(Slot.Receipt)).Buttons, IsDocuments);
        var points = Assert.Single(Assert.IsType<View.Deciding>(room.Press(Sam, "review").Answer).Agreements).Press!;
        var list = Assert.IsType<View.Entries>(room.Press(Sam, points.Verb, points.Target).Answer);
        Assert.Contains(list.Buttons, button => button is { Verb: "evidence", Rare: false });
        Yes(room, Sam);
        Assert.Contains(Assert.IsType<View.Decided>(room.Press(Priya, "open").Answer).Buttons, IsDocuments);
    }

    private static bool IsDocuments(Button button) => button is { Verb: "evidence", Rare: true };

    private static string Gone(CaseScenario room, Actor actor)
    {
        room.Press(actor, "evidence_add", "sent", values: [Kind]);
        Assert.True(room.Says("evidence.file_gone"), room.Problem);
        return "evidence.file_gone";
    }

    /// <summary>Approved with nothing missing but one document of those that one of is enough.</summary>
    private static CaseScenario Ready(Onboarding.Intake.Answers answers)
    {
        var rules = CaseScenario.Policy.Agreements with
        {
            Tiers = [new(Tier.Medium, ClausesBeforeUse.NotWaivable, DocumentsBeforeUse.OneOf, NamesSections: false)],
        };
        var room = With(answers, rules: CaseScenario.Policy with { Agreements = rules });
        Yes(room, Sam);
        return room;
    }

    private static void Yes(CaseScenario room, Actor actor)
    {
        room.Press(actor, "approve", values: [("terms", "agreed"), ("terms_ref", "Master agreement of 2 November")]);
        Assert.True(room.Case!.IsApproved, room.Problem);
    }

    private static CaseScenario Added(Onboarding.Intake.Answers answers, Actor? by = null)
    {
        var room = With(answers);
        room.Press(by ?? Rita, "evidence_add", "sent", values: [Kind, ("evidence_link", Link)]);
        Assert.Single(room.Case!.Evidence);
        return room;
    }

    private static Outcome Judge(CaseScenario room, Actor actor, string verdict, params (string, string)[] values)
    {
        var before = room.Case!.Evidence[0].JudgedAt?.ToUnixTimeMilliseconds() ?? 0;
        room.Now += TimeSpan.FromMinutes(1);
        return room.Press(actor, "evidence_check", $"sent 1 {before}", values: [("verdict", verdict), .. values]);
    }

    private static string TitleOf(CaseScenario room, string kind) => room.Case!.Assessment.Evidence.First(one => one.Id == kind).Title;

    private static void Verify(CaseScenario room)
    {
        Assert.Null(BrokenLink.FirstOf(room.Case!, room.Facts));
        Assert.Empty(CaseVerifier.Contradictions(room.Case!, room.Facts, room.Rules));
    }
}
