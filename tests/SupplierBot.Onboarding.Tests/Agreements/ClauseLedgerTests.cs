using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>Agreements go along with changed answers, with another policy, and into the review that follows.</summary>
public sealed class ClauseLedgerTests
{
    /// <summary>Contacts are asked for at Critical alone, audits from Medium on, and notice within a day instead of two.</summary>
    private static readonly Policy Other = PolicyText.Accepted(
        Changed(
                Changed(
                    Changed(PolicyText.Shipped, "CONTACT", "when: tier >= Medium", "when: tier >= Critical"),
                    "AUDIT",
                    "when: tier >= High",
                    "when: tier >= Medium"
                ),
                "INC",
                "when: personal, value: 48 hours",
                "when: personal, value: 24 hours"
            )
            .Replace("version: ", "version: other-", StringComparison.Ordinal)
    );

    [Fact]
    public void A_review_under_another_policy_drops_adds_and_reopens()
    {
        var room = InUse();
        var (before, agreed) = (room.Case!, Item(room, "INC"));
        Assert.Contains(before.Clauses!, item => item.Clause == "CONTACT");
        Review(room);
        var review = room.Case!;
        Assert.Equal(review.Assessment.Clauses.Select(clause => clause.Id), review.Clauses!.Select(item => item.Clause));
        Assert.DoesNotContain(review.Clauses!, item => item.Clause == "CONTACT");
        Assert.Equal((ClauseState.Open, (ClauseState?)null), (Item(room, "AUDIT").State, Item(room, "AUDIT").Proposed));
        var notice = Item(room, "INC");
        Assert.Equal(
            (ClauseState.Open, (ClauseState?)ClauseState.Agreed, agreed.Document, agreed.Section),
            (notice.State, notice.Proposed, notice.Document, notice.Section)
        );
        Assert.Equal((ClauseState.Agreed, agreed.By), (Assert.Single(notice.Before).State, notice.Before[0].By));
        Assert.Equal(Item(before, "CONF"), Item(room, "CONF"));
        // What is in use stays so, as its own policy asks.
        Assert.Equal((EntryStatus.UnderReview, EntryStatus.Active), (room.Entry!.Status, RegisterUpdate.StatusOf(before)));
        Assert.Empty(CaseVerifier.Contradictions(review, room.Facts, Other));
    }

    [Fact]
    public void Its_approval_asks_for_what_the_other_policy_asks_for()
    {
        var room = InUse();
        Review(room);
        foreach (var reviewer in new[] { Sam, Priya, Carla }.TakeWhile(_ => room.Case!.IsOpen))
            room.Press(reviewer, "approve", values: [.. room.Yes("open"), ("terms_ref", "MSA v3"), ("open_clauses", "AUDIT")]);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal(["AUDIT"], UseGate.Gaps(room.Case).Select(gap => gap.Id));
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
    }

    /// <summary>Somebody agrees more beside the open review: the newest word counts under its approval.</summary>
    [Fact]
    public void What_is_written_down_beside_the_review_goes_on_under_its_approval()
    {
        var room = InUse();
        Review(room);
        room.Now = room.Now.AddHours(1);
        room.Write(room.Case!);
        var earlier = room.Earlier! with
        {
            Clauses =
            [
                .. room.Earlier!.Clauses!.Select(item =>
                    item.Clause is "CONF" or "CONTACT" ? item with { Document = "Terms of May", By = Priya.Person, At = room.Now } : item
                ),
            ],
            Evidence = [new(1, "E-CERT", Priya.Person, room.Now)],
            Contract = new(ContractKind.Order, "O-7", Priya.Person, room.Now),
        };
        var approved = ClauseLedger.WithNewer(room.Case!, earlier, Other);
        Assert.Equal(("Terms of May", Priya.Person), (Item(approved, "CONF").Document, Item(approved, "CONF").By));
        Assert.Equal(room.Case!.Clauses!.Select(item => item.Clause), approved.Clauses!.Select(item => item.Clause));
        Assert.Equal(("E-CERT", "O-7"), (Assert.Single(approved.Evidence).Kind, approved.Contract!.Reference));
        // What is older there changes nothing, and nothing goes on where it is no review.
        var older = earlier with
        {
            Clauses = [.. earlier.Clauses!.Select(item => item with { At = room.Now.AddYears(-1) })],
        };
        Assert.Equal(Item(room, "CONF"), Item(ClauseLedger.WithNewer(room.Case!, older, Other), "CONF"));
        Assert.Same(earlier, ClauseLedger.WithNewer(earlier, earlier, Other));
        Assert.Same(room.Case, ClauseLedger.WithNewer(room.Case!, null, Other));
    }

    [Theory]
    [InlineData(ClauseState.Changed)]
    [InlineData(ClauseState.Refused)]
    [InlineData(ClauseState.Compensated)]
    [InlineData(ClauseState.NotApplicable)]
    [InlineData(ClauseState.RiskAccepted)]
    public void What_somebody_decided_about_it_goes_on_whatever_is_required(ClauseState state)
    {
        var room = InUse();
        room.Write(
            room.Case! with
            {
                Clauses = [.. room.Case.Clauses!.Select(item => item.Clause == "INC" ? item with { State = state } : item)],
            }
        );
        Review(room);
        Assert.Equal((state, 0), (Item(room, "INC").State, Item(room, "INC").Before.Count));
    }

    [Fact]
    public void A_stricter_value_that_was_agreed_is_enough_for_what_is_asked_later()
    {
        var room = InUse();
        room.Write(
            room.Case! with
            {
                Clauses =
                [
                    .. room.Case.Clauses!.Select(item =>
                        item.Clause == "INC" ? item with { Values = new Dictionary<string, string> { ["notice"] = "24 hours" } } : item
                    ),
                ],
            }
        );
        Review(room);
        Assert.Equal(ClauseState.Agreed, Item(room, "INC").State);
    }

    [Fact]
    public void A_review_goes_on_with_the_documents_and_the_contract()
    {
        var room = InUse();
        room.Write(
            room.Case! with
            {
                Evidence = [new(1, "E-CERT", Rita.Person, room.Now)],
                Contract = new(ContractKind.Order, "O-7", Sam.Person, room.Now),
            }
        );
        Review(room);
        Assert.Equal(("E-CERT", "O-7"), (Assert.Single(room.Case!.Evidence).Kind, room.Case.Contract?.Reference));
    }

    [Fact]
    public void What_the_review_itself_says_counts_before_what_was()
    {
        var room = InUse();
        Review(room);
        var review = room.Case! with
        {
            Clauses = [.. room.Case.Clauses!.Select(item => item.Clause == "CONF" ? item with { Document = "Terms of May" } : item)],
        };
        Assert.Equal("Terms of May", Item(ClauseLedger.Fitted(review, Other, room.Earlier), "CONF").Document);
    }

    [Fact]
    public void A_document_of_both_goes_on_once_under_numbers_of_its_own()
    {
        var room = InUse();
        Review(room);
        var (both, late) = (new EvidenceRecord(1, "E-CERT", Rita.Person, room.Now), new EvidenceRecord(1, "E-DPA", Rita.Person, room.Now));
        var approved = ClauseLedger.WithNewer(
            room.Case! with
            {
                Evidence = [both, new(2, "E-PENTEST", Rita.Person, room.Now)],
            },
            room.Earlier! with
            {
                Evidence = [both, late],
            },
            Other
        );
        Assert.Equal([(1, "E-CERT"), (2, "E-PENTEST"), (3, "E-DPA")], approved.Evidence.Select(record => (record.Number, record.Kind)));
    }

    /// <summary>The approvals of a request are void when it changes, and with them what they said in general.</summary>
    [Fact]
    public void A_void_yes_settles_nothing_any_more_and_what_was_said_one_by_one_stays()
    {
        var room = With(CaseAnswers.High);
        ClauseHandlerTests.Settle(room, Priya, "SLA", ("clause_state", "agreed"), ("clause_document", "MSA v3"));
        room.Now = room.Now.AddHours(1);
        room.Approve(Sam);
        room.Now = room.Now.AddHours(1);
        ClauseHandlerTests.Settle(room, Sam, "CHANGE", ("clause_state", "covered"), ("clause_document", "Terms v7"));
        Assert.Equal(ClauseState.Agreed, Item(room, "AUDIT").State);
        room.Send(CaseAnswers.High.With("purpose", "Notes of our other talks."), Rita, room.Case!.Id);
        Assert.Empty(room.Case!.Approvals);
        Assert.Equal(
            (ClauseState.Open, (ClauseState?)ClauseState.Agreed, "MSA v3"),
            (Item(room, "AUDIT").State, Item(room, "AUDIT").Proposed, Item(room, "AUDIT").Document)
        );
        Assert.Equal((ClauseState.Agreed, Priya.Person), (Item(room, "SLA").State, Item(room, "SLA").By));
        Assert.Equal((ClauseState.CoveredByTheirTerms, Sam.Person), (Item(room, "CHANGE").State, Item(room, "CHANGE").By));
    }

    [Theory]
    [InlineData("sam", 0, ClauseState.Agreed, true)]
    [InlineData("sam", 0, ClauseState.CoveredByTheirTerms, true)]
    [InlineData("sam", 0, ClauseState.Refused, false)]
    [InlineData("sam", 0, ClauseState.NotApplicable, false)]
    [InlineData("sam", 1, ClauseState.Agreed, false)]
    [InlineData("priya", 0, ClauseState.Agreed, false)]
    public void A_yes_is_what_its_person_said_at_its_moment(string who, int minutes, ClauseState state, bool isOf)
    {
        var at = new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);
        var approval = new Approval(Sam.Person, "security", at, false, ContractTerms.Agreed, "MSA v3", [], "");
        var item = new ClauseItem("CONF", state) { By = who == "sam" ? Sam.Person : Priya.Person, At = at.AddMinutes(minutes) };
        Assert.Equal(isOf, ClauseLedger.IsOf(item, [approval]));
    }

    [Fact]
    public void The_last_five_steps_are_kept_and_none_from_before_the_first_word()
    {
        var at = new DateTimeOffset(2026, 11, 17, 10, 0, 0, TimeSpan.Zero);
        var item = new ClauseItem("CONF", ClauseState.Open);
        for (var step = 0; step < 8; step++)
            item = ClauseLedger.After(
                item,
                new("CONF", ClauseState.Agreed)
                {
                    Document = $"MSA v{step}",
                    By = Sam.Person,
                    At = at.AddDays(step),
                }
            );
        Assert.Equal(["MSA v2", "MSA v3", "MSA v4", "MSA v5", "MSA v6"], item.Before.Select(step => step.Document));
        Assert.Empty(ClauseLedger.After(new("CONF", ClauseState.Open), item).Before);
    }

    private static CaseScenario InUse()
    {
        var room = Approved(CaseAnswers.Medium);
        Assert.Equal(EntryStatus.Active, room.Entry!.Status);
        Assert.Equal("48 hours", room.Case!.Assessment.Clauses.Single(clause => clause.Id == "INC").Parameters["notice"]);
        room.Now = room.Now.AddDays(1);
        return room;
    }

    private static void Review(CaseScenario room)
    {
        room.Rules = Other;
        room.Say(Rita, $"review {room.Entry!.Id}");
        room.SendAsItIs(Rita);
        Assert.Equal(Other.Hash, room.Case!.PolicyHash);
        Assert.NotNull(room.Entry!.Review);
    }

    private static ClauseItem Item(CaseScenario room, string clause) => Item(room.Case!, clause);

    private static ClauseItem Item(Case current, string clause) => current.Clauses!.Single(item => item.Clause == clause);

    /// <summary>The first of these words after the clause begins.</summary>
    private static string Changed(string text, string clause, string from, string to)
    {
        var at = text.IndexOf(from, text.IndexOf($"- id: {clause}\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at > 0, $"{clause} has no `{from}`");
        return text[..at] + to + text[(at + from.Length)..];
    }
}
