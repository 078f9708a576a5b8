using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>What a yes settles in the same press, and what it leaves.</summary>
public sealed class AgreedAtApprovalTests
{
    private const string Words = "They notify us within 96 hours, not 72.";

    [Theory]
    [InlineData("agreed", ClauseState.Agreed)]
    [InlineData("covered", ClauseState.CoveredByTheirTerms)]
    public void A_document_settles_every_contract_point(string terms, ClauseState state)
    {
        var room = With(CaseAnswers.Medium);
        room.Approve(Sam, terms);
        Assert.All(
            room.Case!.Clauses!,
            item =>
                Assert.Equal((state, "MSA v3", Sam.Person, room.Now, true), (item.State, item.Document, item.By, item.At, item.IsSettled))
        );
        Assert.All(room.Case.Clauses!, item => Assert.Empty(item.Before));
    }

    [Fact]
    public void Those_that_are_left_open_are_not_settled()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "approve", values: [("terms", "open"), ("terms_ref", "Order 7"), ("open_clauses", "INC,AI-NOTRAIN,NONSENSE")]);
        Assert.Equal(["INC", "AI-NOTRAIN"], room.Case!.Clauses!.Where(item => !item.IsSettled).Select(item => item.Clause));
        Assert.All(room.Case.Clauses!.Where(item => item.IsSettled), item => Assert.Equal("Order 7", item.Document));
        // At Medium only one of them is needed by the policy; the approver wants both.
        Assert.Equal(["INC", "AI-NOTRAIN"], UseGate.Gaps(room.Case).Select(gap => gap.Id));
        Assert.Equal(EntryStatus.Onboarding, room.Entry!.Status);
    }

    [Theory]
    [InlineData("MediumInternal")]
    [InlineData("Medium")]
    public void An_open_contract_without_a_document_leaves_all_of_them(string answers)
    {
        var room = With(answers == "Medium" ? CaseAnswers.Medium : CaseAnswers.MediumInternal);
        room.Approve(Sam, "open");
        Assert.Equal(room.Case!.Assessment.Clauses.Select(clause => clause.Id), UseGate.Gaps(room.Case).Select(gap => gap.Id));
    }

    /// <summary>Nobody decides about what the supplier changed before Legal said that it will do.</summary>
    [Fact]
    public void Changed_ones_wait_for_legal()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, "approve", values: [.. room.Yes("changed"), ("changed_clauses", "DPA,INC"), ("changed_words", Words)]);
        Assert.Equal(CaseStatus.Approved, room.Case!.Status);
        Assert.Equal([new UseGap(UseGapKind.Clause, "DPA", UseGapHolder.Legal, false)], UseGate.Gaps(room.Case));
        Assert.Equal(
            (EntryStatus.Onboarding, new UseGapCount(UseGapHolder.Legal, 1, 0)),
            (room.Entry!.Status, Assert.Single(room.Entry.Gaps))
        );
        Assert.All(
            room.Case.Clauses!,
            item =>
                Assert.Equal(
                    item.Clause is "DPA" or "INC" ? (ClauseState.Changed, Words, "MSA v3") : (ClauseState.Agreed, "", "MSA v3"),
                    (item.State, item.Words, item.Document)
                )
        );
    }

    [Theory]
    [InlineData("open", "agreed")]
    [InlineData("agreed", "open")]
    [InlineData("covered", "open")]
    public void Who_found_it_open_is_not_outvoted(string first, string second)
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam, first);
        room.Approve(Priya, second);
        Assert.Equal((CaseStatus.Approved, ContractTerms.Open), (room.Case!.Status, room.Entry!.Terms));
        Assert.Equal(
            room.Case.Assessment.Clauses.Select(clause => clause.Id),
            UseGate.Gaps(room.Case).Where(gap => gap.Kind == UseGapKind.Clause).Select(gap => gap.Id)
        );
    }

    /// <summary>One of them is open, by a name that the other approver did not look at.</summary>
    [Fact]
    public void One_that_another_approver_names_as_open_is_open()
    {
        var room = With(CaseAnswers.High);
        room.Settle();
        var settled = Item(room, "EXIT");
        room.Now = room.Now.AddHours(1);
        room.Approve(Sam);
        room.Press(Priya, "approve", values: [.. room.Yes("open"), ("terms_ref", "Order 7"), ("open_clauses", "EXIT")]);
        Assert.Equal(["EXIT"], UseGate.Gaps(room.Case!).Select(gap => gap.Id));
        Assert.Equal(
            new ClauseStep(ClauseState.Agreed, "MSA v3", settled.Section, "", Sam.Person, settled.At),
            Assert.Single(Item(room, "EXIT").Before)
        );
    }

    /// <summary>The approvals are void, and what is said anew counts.</summary>
    [Fact]
    public void After_other_answers_a_yes_settles_what_was_found_open()
    {
        var room = With(CaseAnswers.High);
        room.Approve(Sam, "open");
        room.Send(CaseAnswers.High.With("purpose", "Notes of our other talks."), Rita, room.Case!.Id);
        room.ApproveByAll();
        Assert.All(
            room.Case!.Clauses!,
            item =>
                Assert.Equal(
                    room.Case.Requirements!.Sections.Contains(item.Clause) ? ClauseState.Requested : ClauseState.Agreed,
                    item.State
                )
        );
        Assert.Equal(ContractTerms.Agreed, room.Entry!.Terms);
    }

    /// <summary>What somebody wrote down clause by clause says more than a yes to all of them.</summary>
    [Fact]
    public void What_was_settled_before_stays()
    {
        var room = With(CaseAnswers.Medium);
        room.Settle();
        room.Approve(Priya, "covered");
        Assert.All(room.Case!.Clauses!, item => Assert.Equal((ClauseState.Agreed, Sam.Person), (item.State, item.By)));
    }

    /// <summary>What no one looked at is not found enough.</summary>
    [Fact]
    public void Documents_that_were_added_and_not_judged_can_be_found_enough()
    {
        var room = With(CaseAnswers.High);
        Assert.DoesNotContain(Deciding(room).More.Concat(Deciding(room).Fields), field => field.Id == "seen");
        room.Case = room.Case! with
        {
            Evidence =
            [
                new(1, "E-CERT", Rita.Person, room.Now),
                new(2, "E-PENTEST", Rita.Person, room.Now) { Verdict = EvidenceVerdict.Insufficient, JudgedBy = Priya.Person },
                new(3, "E-DPA", Rita.Person, room.Now),
            ],
        };
        Assert.Equal(
            ["E-CERT", "E-DPA"],
            Deciding(room).More.Concat(Deciding(room).Fields).Single(field => field.Id == "seen").Choices.Select(choice => choice.Id)
        );
        room.Press(Sam, "approve", values: [.. room.Yes(), ("seen", "E-CERT,E-PENTEST,E-SOC2,made_up")]);
        Assert.Equal(
            [(EvidenceVerdict.Sufficient, Sam.Person), (EvidenceVerdict.Insufficient, Priya.Person), (null, (Person?)null)],
            room.Case!.Evidence.Select(record => (record.Verdict, record.JudgedBy))
        );
        Assert.DoesNotContain(UseGate.Gaps(room.Case), gap => gap.Kind == UseGapKind.AnyDocument);
    }

    private static View.Deciding Deciding(CaseScenario room) => Assert.IsType<View.Deciding>(room.Press(Sam, "review").Answer);

    private static ClauseItem Item(CaseScenario room, string clause) => room.Case!.Clauses!.Single(item => item.Clause == clause);
}
