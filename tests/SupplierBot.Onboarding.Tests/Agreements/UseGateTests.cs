using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>What keeps something approved from being used, by its tier, and whose move it is.</summary>
public sealed class UseGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);

    [Theory]
    [InlineData("Low", "", "", "", "")]
    [InlineData("Medium", "DPA AI-NOTRAIN", "", "", "")]
    [InlineData("High", "CONF INC SUBS EXIT DPA AI-NOTRAIN", "CONF INC EXIT DPA AI-NOTRAIN", "", "E-CERT E-AI-CERT E-PENTEST E-REDTEAM")]
    [InlineData("Critical", "*", "CONF INC EXIT DPA AI-NOTRAIN", "*", "")]
    public void What_is_needed_follows_from_the_tier(string tier, string clauses, string sections, string documents, string oneOf)
    {
        var current = With(CaseAnswers.Of(tier)).Case!;
        var needs = current.Requirements!;
        var all = current.Assessment.Clauses.Select(clause => clause.Id).ToList();
        Assert.Equal(clauses == "*" ? string.Join(' ', all) : clauses, string.Join(' ', needs.Clauses));
        Assert.Equal(sections, string.Join(' ', needs.Sections));
        Assert.Equal(
            documents == "*" ? string.Join(' ', current.Assessment.Evidence.Select(one => one.Id)) : documents,
            string.Join(' ', needs.Documents)
        );
        Assert.Equal(oneOf, string.Join(' ', needs.OneOf));
        Assert.Equal(all, current.Clauses!.Select(item => item.Clause));
        Assert.All(current.Clauses!, item => Assert.Equal(ClauseState.Open, item.State));
    }

    /// <summary>Approved and ready in the same press, as far as a yes with its document goes.</summary>
    [Theory]
    [InlineData("Low", "agreed", EntryStatus.Active)]
    [InlineData("Medium", "agreed", EntryStatus.Active)]
    [InlineData("Medium", "covered", EntryStatus.Active)]
    [InlineData("High", "covered", EntryStatus.Onboarding)]
    [InlineData("Critical", "agreed", EntryStatus.Onboarding)]
    [InlineData("Medium", "open", EntryStatus.Onboarding)]
    public void A_yes_opens_it_where_nothing_else_is_asked(string tier, string terms, EntryStatus status)
    {
        var room = With(CaseAnswers.Of(tier));
        room.ApproveByAll(terms);
        Assert.Equal((CaseStatus.Approved, status), (room.Case!.Status, room.Entry!.Status));
        Assert.Equal(status == EntryStatus.Active, room.Entry.Gaps.Count == 0);
        Assert.False(room.Entry.AgreementsUnrecorded);
    }

    /// <summary>Nobody is told that they can use what they cannot, nor later what they no longer can.</summary>
    [Theory]
    [InlineData("Medium", "You can use Acme Notes now")]
    [InlineData("High", "Approved – not ready to use: Acme Notes")]
    [InlineData("Critical", "Approved – not ready to use: Acme Notes")]
    public void Whoever_asked_is_told_what_is_still_missing(string tier, string title)
    {
        var room = With(CaseAnswers.Of(tier));
        room.ApproveByAll();
        var gaps = room.Entry!.Gaps.Count > 0;
        Assert.Equal(title.Contains("not ready", StringComparison.Ordinal), gaps);
        foreach (var kind in new[] { NotificationKind.Approved, NotificationKind.Usable })
        {
            var told = NotificationCards.Show(room.Case!, new(kind, 1, Rita.Person), "told", Policy, room.Context);
            var notice = Assert.IsType<View.Notice>(told);
            Assert.Equal(title, notice.Title);
            Assert.Equal(gaps, notice.Lines.Any(line => line.Text.StartsWith("Still missing: ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void An_open_contract_at_Critical_leaves_every_contract_point_and_document()
    {
        var room = With(CaseAnswers.Critical);
        room.ApproveByAll("open");
        var current = room.Case!;
        var (clauses, documents) = (current.Assessment.Clauses.Count, current.Assessment.Evidence.Count);
        Assert.Equal((CaseStatus.Approved, 0), (current.Status, current.Conditions.Count));
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
        Assert.Equal(
            [
                .. current.Assessment.Clauses.Select(clause => new UseGap(UseGapKind.Clause, clause.Id, UseGapHolder.Owner, false)),
                .. current.Assessment.Evidence.Select(one => new UseGap(UseGapKind.Document, one.Id, UseGapHolder.Owner, false)),
            ],
            UseGate.Gaps(current)
        );
        Assert.Equal([new(UseGapHolder.Owner, clauses, documents)], room.Entry.Gaps);
        Assert.True(clauses > 10 && documents > 3, $"{clauses} and {documents}");
    }

    /// <summary>
    /// At High a yes settles what it names a document for; what no reviewer can let go waits for its section, and one document for its
    /// check.
    /// </summary>
    [Fact]
    public void At_High_a_section_is_missing_where_the_yes_names_none()
    {
        var room = With(CaseAnswers.High);
        room.ApproveByAll();
        Assert.Equal(["CONF", "INC", "EXIT", "DPA", "AI-NOTRAIN", "E-CERT"], UseGate.Gaps(room.Case!).Select(gap => gap.Id));
        Assert.All(
            room.Case!.Clauses!,
            item =>
                Assert.Equal(
                    room.Case.Requirements!.Sections.Contains(item.Clause)
                        ? (ClauseState.Requested, (ClauseState?)ClauseState.Agreed, "MSA v3")
                        : (ClauseState.Agreed, null, "MSA v3"),
                    (item.State, item.Proposed, item.Document)
                )
        );
        Assert.Equal([new(UseGapHolder.Owner, 0, 1), new UseGapCount(UseGapHolder.Reviewers, 5, 0)], room.Entry!.Gaps);
    }

    /// <summary>Each of them, taken back alone, closes it.</summary>
    [Theory]
    [InlineData("Medium")]
    [InlineData("High")]
    [InlineData("Critical")]
    public void Everything_that_is_needed_counts(string tier)
    {
        var current = Approved(CaseAnswers.Of(tier)).Case!;
        var needs = current.Requirements!;
        Assert.Empty(UseGate.Gaps(current));
        foreach (var id in needs.Clauses)
            Assert.Equal([(UseGapKind.Clause, id)], Gaps(Changed(current, id, item => item with { State = ClauseState.Open })));
        foreach (var id in needs.Sections)
            Assert.Equal([(UseGapKind.Clause, id)], Gaps(Changed(current, id, item => item with { Section = "" })));
        foreach (var id in needs.Documents)
            Assert.Equal(
                [(UseGapKind.Document, id)],
                Gaps(current with { Evidence = [.. current.Evidence.Where(record => record.Kind != id)] })
            );
        if (needs.OneOf.Count > 0)
            Assert.Equal([(UseGapKind.AnyDocument, needs.OneOf[0])], Gaps(current with { Evidence = [] }));
        foreach (var item in current.Clauses!.Where(item => !needs.Clauses.Contains(item.Clause)))
            Assert.Empty(UseGate.Gaps(Changed(current, item.Clause, one => one with { State = ClauseState.Refused })));
    }

    /// <summary>Any of the list will do.</summary>
    [Fact]
    public void At_High_any_one_document_is_enough()
    {
        var current = Approved(CaseAnswers.High).Case!;
        foreach (var kind in current.Requirements!.OneOf)
            Assert.Empty(UseGate.Gaps(current with { Evidence = [SettledAgreements.Enough(1, kind, Sam.Person, default)] }));
        Assert.Single(UseGate.Gaps(current with { Evidence = [SettledAgreements.Enough(1, "E-DPA", Sam.Person, default)] }));
    }

    [Theory]
    [InlineData(ClauseState.Open, false, false, UseGapHolder.Owner)]
    [InlineData(ClauseState.Open, true, false, UseGapHolder.Reviewers)]
    [InlineData(ClauseState.Requested, false, false, UseGapHolder.Owner)]
    [InlineData(ClauseState.Requested, true, false, UseGapHolder.Reviewers)]
    [InlineData(ClauseState.Changed, false, false, UseGapHolder.Legal)]
    [InlineData(ClauseState.Refused, false, false, UseGapHolder.RiskOwner)]
    [InlineData(ClauseState.RiskAccepted, false, true, UseGapHolder.RiskOwner)]
    public void Whose_move_it_is(ClauseState state, bool proposed, bool lapsed, UseGapHolder holder)
    {
        var current = Changed(
            Approved(CaseAnswers.Medium).Case!,
            "DPA",
            item =>
                item with
                {
                    State = state,
                    Proposed = proposed ? ClauseState.Agreed : null,
                    Until = state == ClauseState.RiskAccepted ? Today.AddDays(-1) : null,
                    Lapsed = lapsed,
                }
        );
        Assert.Equal([new UseGap(UseGapKind.Clause, "DPA", holder, lapsed)], UseGate.Gaps(current));
        Assert.Equal(lapsed ? EntryStatus.Suspended : EntryStatus.Onboarding, RegisterUpdate.StatusOf(current));
    }

    [Theory]
    [InlineData(ClauseState.Agreed)]
    [InlineData(ClauseState.CoveredByTheirTerms)]
    [InlineData(ClauseState.Compensated)]
    [InlineData(ClauseState.NotApplicable)]
    [InlineData(ClauseState.CheckedOurselves)]
    [InlineData(ClauseState.RiskAccepted)]
    [InlineData(ClauseState.Changed)]
    public void What_settles_it(ClauseState state)
    {
        var current = Changed(
            Approved(CaseAnswers.Medium).Case!,
            "DPA",
            item => item with { State = state, AcceptedBy = Carla.Person, Until = Today }
        );
        Assert.Empty(UseGate.Gaps(current));
        Assert.Equal(EntryStatus.Active, RegisterUpdate.StatusOf(current));
    }

    /// <summary>Its last day counts; the day after it is closed, whether the clock has been by or not.</summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void An_accepted_gap_ends_with_its_day(int daysAfter, int gaps)
    {
        var current = Changed(
            Approved(CaseAnswers.Medium).Case!,
            "DPA",
            item => item with { State = ClauseState.RiskAccepted, AcceptedBy = Carla.Person, Until = Today }
        );
        Assert.Equal(gaps, UseGate.Gaps(current, Today.AddDays(daysAfter)).Count);
        Assert.All(UseGate.Gaps(current, Today.AddDays(daysAfter)), gap => Assert.True(gap.Lapsed));
        Assert.Equal(Today, UseGate.ProofUntil(current));
    }

    /// <summary>By verdict, days until it ends, and whether the clock noted that.</summary>
    [Theory]
    [InlineData(EvidenceVerdict.Sufficient, 0, false, null, false)]
    [InlineData(EvidenceVerdict.SufficientWithGaps, 0, false, null, false)]
    [InlineData(EvidenceVerdict.Insufficient, 0, false, UseGapHolder.Owner, false)]
    [InlineData(null, 0, false, UseGapHolder.Reviewers, false)]
    [InlineData(EvidenceVerdict.Sufficient, -1, false, UseGapHolder.Owner, true)]
    [InlineData(EvidenceVerdict.Sufficient, 0, true, UseGapHolder.Owner, true)]
    [InlineData(EvidenceVerdict.Insufficient, -1, true, UseGapHolder.Owner, false)]
    public void A_document_counts_when_it_was_found_enough_and_until_its_day(
        EvidenceVerdict? verdict,
        int ends,
        bool expired,
        UseGapHolder? holder,
        bool lapsed
    )
    {
        var kept = Approved(CaseAnswers.Critical).Case!;
        var current = kept with
        {
            Evidence =
            [
                kept.Evidence[0] with
                {
                    Verdict = verdict,
                    Expires = Today.AddDays(ends),
                    Expired = expired,
                },
                .. kept.Evidence.Skip(1),
            ],
        };
        Assert.Equal(
            holder is { } whose ? [new UseGap(UseGapKind.Document, kept.Evidence[0].Kind, whose, lapsed)] : [],
            UseGate.Gaps(current, Today)
        );
    }

    /// <summary>What came in place of it keeps it open, and a bridge letter lengthens it.</summary>
    [Fact]
    public void A_newer_document_or_a_bridge_letter_takes_the_place_of_one_that_ended()
    {
        var kept = Approved(CaseAnswers.High).Case!;
        var ended = kept.Evidence[0] with { Expires = Today.AddDays(-1), Expired = true };
        Assert.Equal(EntryStatus.Suspended, RegisterUpdate.StatusOf(kept with { Evidence = [ended] }));
        var renewed = kept with { Evidence = [ended, kept.Evidence[0] with { Number = 2, Expires = Today.AddDays(30) }] };
        Assert.Empty(UseGate.Gaps(renewed, Today));
        Assert.Equal(Today.AddDays(30), UseGate.ProofUntil(renewed));
        var bridged = kept with { Evidence = [ended with { Expired = false, BridgedUntil = Today.AddDays(5) }] };
        Assert.Empty(UseGate.Gaps(bridged, Today.AddDays(5)));
        Assert.True(Assert.Single(UseGate.Gaps(bridged, Today.AddDays(6))).Lapsed);
    }

    [Fact]
    public void The_first_of_all_last_days_is_how_long_the_proof_lasts()
    {
        var kept = Approved(CaseAnswers.Critical).Case!;
        Assert.Null(UseGate.ProofUntil(kept));
        var dated = kept with
        {
            Evidence = [.. kept.Evidence.Select((record, index) => record with { Expires = Today.AddDays(40 + index) })],
        };
        Assert.Equal(Today.AddDays(40), UseGate.ProofUntil(dated));
        var accepted = Changed(dated, "INC", item => item with { State = ClauseState.RiskAccepted, Until = Today.AddDays(20) });
        Assert.Equal(Today.AddDays(20), UseGate.ProofUntil(accepted));
        Assert.Null(UseGate.ProofUntil(Changed(accepted, "EXIT", item => item with { State = ClauseState.Open })));
    }

    /// <summary>They keep working, and say so.</summary>
    [Fact]
    public void What_was_approved_before_agreements_were_kept_stays_in_use()
    {
        var old = Approved(CaseAnswers.Critical).Case! with { Requirements = null, Clauses = null, Evidence = [] };
        Assert.Empty(UseGate.Gaps(old, Today));
        var entry = RegisterUpdate.Of(old, old.SubmittedAt);
        Assert.Equal((EntryStatus.Active, true, 0), (entry.Status, entry.AgreementsUnrecorded, entry.Gaps.Count));
        Assert.False(RegisterUpdate.Of(old with { Status = CaseStatus.InReview }, old.SubmittedAt).AgreementsUnrecorded);
    }

    /// <summary>Sent before the bot kept agreements and decided after: the yes begins them.</summary>
    [Fact]
    public void A_yes_to_what_was_sent_before_asks_for_what_the_policy_asks_for()
    {
        var room = With(CaseAnswers.Critical);
        room.Case = room.Case! with { Requirements = null, Clauses = null };
        room.ApproveByAll();
        Assert.Equal(room.Case!.Assessment.Clauses.Count, room.Case.Clauses!.Count);
        Assert.Equal((EntryStatus.Onboarding, false), (room.Entry!.Status, room.Entry.AgreementsUnrecorded));
    }

    /// <summary>Nobody could sign it: our own check, which the yes stands for.</summary>
    [Fact]
    public void Under_an_open_licence_the_yes_says_that_we_checked()
    {
        var room = With(SampleSuppliers.Answers(SampleSuppliers.OpenWeights));
        Assert.Empty(room.Case!.Requirements!.Clauses);
        room.ApproveByAll();
        Assert.All(room.Case!.Clauses!, item => Assert.Equal(ClauseState.CheckedOurselves, item.State));
        Assert.NotEmpty(room.Case.Clauses!);
        Assert.DoesNotContain(UseGate.Gaps(room.Case), gap => gap.Kind == UseGapKind.Clause);
    }

    /// <summary>Nobody signs an open licence, whatever the tier.</summary>
    [Fact]
    public void Under_an_open_licence_nothing_is_agreed_at_Critical()
    {
        var room = With(SampleSuppliers.Answers(SampleSuppliers.OpenWeights));
        room.Press(Sam, "tier", "sent", values: [("tier", "Critical"), ("comment", "They were in the news.")]);
        Assert.Equal(Onboarding.Policies.Tier.Critical, room.Case!.Assessment.Tier);
        Assert.NotEmpty(room.Case.Assessment.Clauses);
        Assert.Empty(room.Case.Requirements!.Clauses);
        Assert.NotEmpty(room.Case.Requirements.Documents);
    }

    [Fact]
    public void Who_decides_about_changes_and_gaps_is_kept_with_it()
    {
        var needs = With(CaseAnswers.Medium).Case!.Requirements!;
        Assert.Equal((RoleNames.Legal, RoleNames.Ciso), (needs.LegalRole, needs.RiskRole));
        Assert.Equal(["DPA"], needs.Never!);
    }

    [Fact]
    public void A_higher_tier_that_somebody_set_asks_for_more()
    {
        var room = With(CaseAnswers.MediumInternal);
        Assert.Empty(room.Case!.Requirements!.Clauses);
        room.Press(Sam, "tier", "sent", values: [("tier", "High"), ("comment", "They were in the news.")]);
        Assert.NotEmpty(room.Case!.Requirements!.Clauses);
        Assert.NotEmpty(room.Case.Requirements.Sections);
        room.ApproveByAll();
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
    }

    [Fact]
    public void What_waits_for_the_same_people_is_counted_together()
    {
        UseGap[] gaps =
        [
            new(UseGapKind.Clause, "DPA", UseGapHolder.Owner, false),
            new(UseGapKind.Clause, "INC", UseGapHolder.Legal, false),
            new(UseGapKind.Clause, "EXIT", UseGapHolder.Owner, false),
            new(UseGapKind.AnyDocument, "E-CERT", UseGapHolder.Owner, false),
            new(UseGapKind.Document, "E-PENTEST", UseGapHolder.Reviewers, true),
        ];
        Assert.Equal(
            [new(UseGapHolder.Owner, 2, 1), new(UseGapHolder.Reviewers, 0, 1), new UseGapCount(UseGapHolder.Legal, 1, 0)],
            UseGapCount.Of(gaps)
        );
    }

    private static IEnumerable<(UseGapKind, string)> Gaps(Case current) => UseGate.Gaps(current).Select(gap => (gap.Kind, gap.Id));

    private static Case Changed(Case current, string clause, Func<ClauseItem, ClauseItem> change) =>
        current with
        {
            Clauses = [.. current.Clauses!.Select(item => item.Clause == clause ? change(item) : item)],
        };
}
