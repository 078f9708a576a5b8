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
