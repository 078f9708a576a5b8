using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>Each rule of use alone: take it out of <see cref="UseGate"/>, and one of these fails.</summary>
public sealed class UseGateRulesTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void A_yes_with_everything_settled_may_be_used() => Assert.Equal((EntryStatus.Active, 0), Of(Good()));

    [Theory]
    [InlineData(ClauseState.Open, UseGapHolder.Owner)]
    [InlineData(ClauseState.Requested, UseGapHolder.Owner)]
    [InlineData(ClauseState.Changed, UseGapHolder.Legal)]
    [InlineData(ClauseState.Refused, UseGapHolder.RiskOwner)]
    public void An_unsettled_clause_keeps_it_shut(ClauseState state, UseGapHolder holder)
    {
        var current = With(new ClauseItem("INC", state));
        Assert.Equal((EntryStatus.Onboarding, 1), Of(current));
        Assert.Equal(new(UseGapKind.Clause, "INC", holder, Lapsed: false), Assert.Single(UseGate.Gaps(current)));
    }

    [Theory]
    [InlineData(ClauseState.Agreed)]
    [InlineData(ClauseState.CoveredByTheirTerms)]
    [InlineData(ClauseState.Compensated)]
    [InlineData(ClauseState.NotApplicable)]
    [InlineData(ClauseState.CheckedOurselves)]
    public void A_settled_clause_opens_it(ClauseState state) => Assert.Empty(UseGate.Gaps(With(new ClauseItem("INC", state))));

    [Fact]
    public void A_clause_without_a_record_is_open() =>
        Assert.Single(UseGate.Gaps(Good() with { Clauses = [] }, Today), gap => gap.Id == "INC");

    [Fact]
    public void What_somebody_filled_in_waits_for_who_decides() =>
        Assert.Equal(
            UseGapHolder.Reviewers,
            Assert.Single(UseGate.Gaps(With(new ClauseItem("INC", ClauseState.Requested) { Proposed = ClauseState.Agreed }))).Holder
        );

    [Fact]
    public void A_change_counts_once_Legal_said_that_it_will_do()
    {
        Assert.Single(UseGate.Gaps(With(new ClauseItem("INC", ClauseState.Changed))));
        Assert.Empty(UseGate.Gaps(With(new ClauseItem("INC", ClauseState.Changed) { AcceptedBy = Stranger.Person })));
    }

    [Fact]
    public void An_accepted_gap_counts_until_its_day()
    {
        var accepted = With(new ClauseItem("INC", ClauseState.RiskAccepted) { Until = Today, AcceptedBy = Carla.Person });
        Assert.Empty(UseGate.Gaps(accepted));
        Assert.Empty(UseGate.Gaps(accepted, Today));
        Assert.True(Assert.Single(UseGate.Gaps(accepted, Today.AddDays(1))).Lapsed);
        var lapsed = With(accepted.Clauses![0] with { Lapsed = true });
        Assert.True(Assert.Single(UseGate.Gaps(lapsed)).Lapsed);
        Assert.Equal((EntryStatus.Suspended, 1), Of(lapsed));
    }

    [Theory]
    [InlineData(ClauseState.Agreed)]
    [InlineData(ClauseState.CoveredByTheirTerms)]
    public void Where_sections_are_named_one_without_is_open(ClauseState state)
    {
        var item = new ClauseItem("CONF", state) { Document = "MSA 7" };
        var current = With(item) with { Requirements = Good().Requirements! with { Clauses = ["CONF"] } };
        Assert.Equal("CONF", Assert.Single(UseGate.Gaps(current)).Id);
        Assert.Empty(UseGate.Gaps(current with { Clauses = [item with { Section = "7.2" }] }));
    }

    [Theory]
    [InlineData(ClauseState.Changed)]
    [InlineData(ClauseState.Compensated)]
    [InlineData(ClauseState.RiskAccepted)]
    [InlineData(ClauseState.NotApplicable)]
    [InlineData(ClauseState.CheckedOurselves)]
    public void What_stands_in_no_document_needs_no_section(ClauseState state)
    {
        var item = new ClauseItem("CONF", state) { AcceptedBy = Carla.Person, Until = Today };
        Assert.Empty(UseGate.Gaps(With(item) with { Requirements = Good().Requirements! with { Clauses = ["CONF"] } }));
    }

    [Theory]
    [InlineData(null, UseGapHolder.Reviewers)]
    [InlineData(EvidenceVerdict.Insufficient, UseGapHolder.Owner)]
    public void A_document_that_nobody_found_enough_keeps_it_shut(EvidenceVerdict? verdict, UseGapHolder holder)
    {
        var current = Good() with { Evidence = [Document(1, "E-PENTEST") with { Verdict = verdict }, Document(2, "E-CERT")] };
        Assert.Equal(new(UseGapKind.Document, "E-PENTEST", holder, Lapsed: false), Assert.Single(UseGate.Gaps(current)));
        Assert.Equal((EntryStatus.Onboarding, 1), Of(current));
    }

    [Fact]
    public void An_expired_document_suspends_it_and_a_newer_one_opens_it()
    {
        var expired = Good() with { Evidence = [Document(1, "E-PENTEST") with { Expired = true }, Document(2, "E-CERT")] };
        Assert.Equal((EntryStatus.Suspended, 1), Of(expired));
        Assert.Equal((EntryStatus.Active, 0), Of(expired with { Evidence = [.. expired.Evidence, Document(3, "E-PENTEST")] }));
    }

    [Fact]
    public void A_bridge_letter_carries_a_document_over()
    {
        var document = Document(1, "E-PENTEST") with { Expires = Today.AddDays(-9) };
        var current = Good() with { Evidence = [document, Document(2, "E-CERT")] };
        Assert.True(Assert.Single(UseGate.Gaps(current, Today)).Lapsed);
        Assert.Empty(UseGate.Gaps(current with { Evidence = [document with { BridgedUntil = Today }, Document(2, "E-CERT")] }, Today));
    }

    [Fact]
    public void Of_several_one_is_enough_and_none_is_not()
    {
        Assert.Empty(UseGate.Gaps(Good() with { Evidence = [Document(1, "E-PENTEST"), Document(2, "E-SOC2")] }));
        var none = Good() with { Evidence = [Document(1, "E-PENTEST")] };
        Assert.Equal(UseGapKind.AnyDocument, Assert.Single(UseGate.Gaps(none)).Kind);
        Assert.Equal((EntryStatus.Onboarding, 1), Of(none));
    }

    [Fact]
    public void The_last_good_day_is_that_of_what_ends_first()
    {
        var current = With(new ClauseItem("INC", ClauseState.RiskAccepted) { Until = Today.AddDays(90) }) with
        {
            Evidence =
            [
                Document(1, "E-PENTEST") with
                {
                    Expires = Today.AddDays(30),
                },
                Document(2, "E-CERT") with
                {
                    Expires = Today.AddDays(200),
                },
            ],
        };
        Assert.Equal(Today.AddDays(30), UseGate.ProofUntil(current));
        Assert.Equal(Today.AddDays(90), UseGate.ProofUntil(current with { Evidence = [.. current.Evidence, Document(3, "E-PENTEST")] }));
    }

    /// <summary>A document of another kind neither lapsed for it, nor does it wait for a check in its place.</summary>
    [Fact]
    public void A_missing_document_is_with_the_owner_whatever_else_there_is()
    {
        var missing = new UseGap(UseGapKind.Document, "E-PENTEST", UseGapHolder.Owner, Lapsed: false);
        var expired = Document(1, "E-DPA") with { Expired = true, Expires = Today.AddDays(-1) };
        Assert.Equal(missing, Assert.Single(UseGate.Gaps(Good() with { Evidence = [expired, Document(2, "E-CERT")] }, Today)));
        var added = Document(1, "E-DPA") with { Verdict = null };
        Assert.Equal(missing, Assert.Single(UseGate.Gaps(Good() with { Evidence = [added, Document(2, "E-CERT")] }, Today)));
        var over = Document(1, "E-PENTEST") with { Verdict = null, Expired = true };
        Assert.Equal(missing, Assert.Single(UseGate.Gaps(Good() with { Evidence = [over, Document(2, "E-CERT")] }, Today)));
    }

    [Fact]
    public void Of_one_kind_the_document_that_was_found_enough_and_lasts_longest_counts()
    {
        var current = Good() with
        {
            Evidence =
            [
                Document(1, "E-PENTEST") with
                {
                    Expires = Today.AddDays(30),
                },
                Document(2, "E-PENTEST") with
                {
                    Expires = Today.AddDays(60),
                },
                Document(3, "E-PENTEST") with
                {
                    Expires = Today.AddDays(300),
                    Verdict = EvidenceVerdict.Insufficient,
                },
                Document(4, "E-PENTEST") with
                {
                    Verdict = null,
                },
                Document(5, "E-CERT"),
            ],
        };
        Assert.Equal(Today.AddDays(60), UseGate.ProofUntil(current));
    }

    [Fact]
    public void A_bridge_letter_that_ends_before_its_report_shortens_nothing() =>
        Assert.Equal(Today.AddDays(30), (Document(1, "E-CERT") with { Expires = Today.AddDays(30), BridgedUntil = Today }).LastDay);

    [Fact]
    public void The_day_of_a_gap_that_is_agreed_meanwhile_ends_nothing() =>
        Assert.Null(UseGate.ProofUntil(With(new ClauseItem("INC", ClauseState.Agreed) { Until = Today })));

    [Fact]
    public void Only_what_was_decided_before_agreements_were_kept_is_unrecorded()
    {
        Assert.True(UseGate.IsUnrecorded(Good() with { Requirements = null }));
        Assert.False(UseGate.IsUnrecorded(Good() with { Requirements = null, Status = CaseStatus.InReview }));
        Assert.False(UseGate.IsUnrecorded(Good()));
    }

    [Fact]
    public void The_entry_follows_what_is_needed()
    {
        var current = Good();
        Assert.False(RegisterUpdate.Shows(current, current));
        Assert.True(RegisterUpdate.Shows(current, current with { Requirements = current.Requirements! with { Clauses = [] } }));
    }

    private static (EntryStatus, int) Of(Case current) => (RegisterUpdate.StatusOf(current), UseGate.Gaps(current).Count);

    private static Case With(ClauseItem item) => Good() with { Clauses = [item] };

    private static Case Good() =>
        CaseScenario.Approved(CaseAnswers.Medium).Case! with
        {
            Requirements = new(["INC"], [], ["CONF"], ["E-PENTEST"], ["E-CERT", "E-SOC2"]),
            Clauses = [new("INC", ClauseState.Agreed)],
            Evidence = [Document(1, "E-PENTEST"), Document(2, "E-CERT")],
        };

    private static EvidenceRecord Document(int number, string kind) =>
        new(number, kind, Sam.Person, new(2026, 11, 17, 10, 0, 0, TimeSpan.Zero)) { Verdict = EvidenceVerdict.Sufficient };
}
