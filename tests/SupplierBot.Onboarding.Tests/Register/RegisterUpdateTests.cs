using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Register;

/// <summary>The register entry follows from the case behind it.</summary>
public sealed class RegisterUpdateTests
{
    [Theory]
    [InlineData(CaseStatus.InReview, EntryStatus.Proposed)]
    [InlineData(CaseStatus.InfoRequested, EntryStatus.Proposed)]
    [InlineData(CaseStatus.Approved, EntryStatus.Active)]
    [InlineData(CaseStatus.ApprovedWithConditions, EntryStatus.Active)]
    [InlineData(CaseStatus.Rejected, EntryStatus.NotApproved)]
    [InlineData(CaseStatus.Withdrawn, EntryStatus.Withdrawn)]
    [InlineData(CaseStatus.Expired, EntryStatus.Expired)]
    [InlineData(CaseStatus.Revoked, EntryStatus.NotApproved)]
    public void A_new_service_has_the_status_of_its_case(CaseStatus status, EntryStatus entry) =>
        Assert.Equal(entry, RegisterUpdate.StatusOf(Sent() with { Status = status }));

    /// <summary>Nobody makes an earlier "No" go away by asking again and withdrawing it.</summary>
    [Fact]
    public void A_request_that_was_refused_before_stays_refused_when_it_is_withdrawn()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Reject(CaseScenario.Sam);
        var refused = room.Entry!.Id;
        room.Press(CaseScenario.Rita, "edit", slot: "receipt");
        room.SendAsItIs(CaseScenario.Rita);
        Assert.Equal((refused, EntryStatus.Proposed), (room.Entry!.Id, room.Entry.Status));
        Assert.True(room.Case!.RefusedBefore);
        room.Press(CaseScenario.Rita, "withdraw", "yes", slot: "receipt");
        Assert.Equal((CaseStatus.Withdrawn, EntryStatus.NotApproved), (room.Case.Status, room.Entry.Status));
    }

    [Fact]
    public void A_request_that_was_withdrawn_before_takes_its_entry_up_again()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        room.Press(CaseScenario.Rita, "withdraw", "yes", slot: "receipt");
        var withdrawn = room.Entry!.Id;
        room.Press(CaseScenario.Rita, "edit", slot: "receipt");
        room.SendAsItIs(CaseScenario.Rita);
        Assert.Equal((withdrawn, EntryStatus.Proposed), (room.Entry!.Id, room.Entry.Status));
        Assert.False(room.Case!.RefusedBefore);
        room.Press(CaseScenario.Rita, "withdraw", "yes", slot: "receipt");
        Assert.Equal(EntryStatus.Withdrawn, room.Entry.Status);
    }

    /// <summary>A condition that is overdue weighs most, then a review that lapsed, then one before use, then one by a date.</summary>
    [Theory]
    [InlineData("", ReviewState.NotYet, EntryStatus.Active)]
    [InlineData("", ReviewState.Due, EntryStatus.ReviewDue)]
    [InlineData("", ReviewState.Lapsed, EntryStatus.Lapsed)]
    [InlineData("by date", ReviewState.NotYet, EntryStatus.ActiveConditional)]
    [InlineData("by date", ReviewState.Due, EntryStatus.ActiveConditional)]
    [InlineData("before use", ReviewState.NotYet, EntryStatus.Onboarding)]
    [InlineData("before use, by date", ReviewState.NotYet, EntryStatus.Onboarding)]
    [InlineData("before use", ReviewState.Lapsed, EntryStatus.Lapsed)]
    [InlineData("overdue", ReviewState.NotYet, EntryStatus.Suspended)]
    [InlineData("overdue, before use", ReviewState.Lapsed, EntryStatus.Suspended)]
    [InlineData("overdue but confirmed", ReviewState.NotYet, EntryStatus.Active)]
    public void What_is_still_open_makes_the_status_of_an_approved_one(string conditions, ReviewState review, EntryStatus status)
    {
        string[] kinds = conditions.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var current = Sent() with
        {
            Status = CaseStatus.ApprovedWithConditions,
            ReviewState = review,
            Conditions = [.. kinds.Select((kind, at) => Condition(at + 1, kind))],
            Overdue =
            [
                .. kinds
                    .Select((kind, at) => (kind, Number: at + 1))
                    .Where(pair => pair.kind.StartsWith("overdue", StringComparison.Ordinal))
                    .Select(pair => pair.Number),
            ],
        };
        Assert.Equal(status, RegisterUpdate.StatusOf(current));
    }

    [Fact]
    public void A_review_that_was_refused_suspends_what_is_in_use()
    {
        var room = CaseScenario.UnderReview(CaseAnswers.Medium);
        room.Reject(CaseScenario.Sam);
        Assert.Equal(EntryStatus.Suspended, RegisterUpdate.StatusOf(room.Case!));
        Assert.Equal(EntryStatus.Suspended, room.Entry!.Status);
    }

    [Theory]
    [InlineData("Low", 36)]
    [InlineData("Medium", 24)]
    [InlineData("High", 12)]
    [InlineData("Critical", 6)]
    public void The_next_review_counts_from_the_decision(string tier, int months)
    {
        var room = CaseScenario.Approved(CaseAnswers.Of(tier));
        Assert.Equal(new DateOnly(2026, 11, 17).AddMonths(months), RegisterUpdate.NextReview(room.Case!));
        Assert.Equal(RegisterUpdate.NextReview(room.Case!), room.Entry!.NextReview);
        Assert.Null(RegisterUpdate.NextReview(room.Case! with { Status = CaseStatus.Revoked }));
    }

    [Theory]
    [InlineData("agreed,agreed", ContractTerms.Agreed)]
    [InlineData("agreed,covered", ContractTerms.Covered)]
    [InlineData("open,agreed", ContractTerms.Open)]
    public void Who_found_the_contract_open_is_not_outvoted(string said, ContractTerms terms)
    {
        var room = CaseScenario.With(CaseAnswers.High);
        foreach (var (reviewer, word) in new[] { CaseScenario.Sam, CaseScenario.Priya }.Zip(said.Split(',')))
            _ = word == "open" ? room.ApproveIf(reviewer, "Sign it before we start.", terms: word) : room.Approve(reviewer, word);
        Assert.Equal(terms, RegisterUpdate.TermsOf(room.Case!));
        Assert.Equal(terms, room.Entry!.Terms);
    }

    [Fact]
    public void Only_what_the_entry_shows_writes_it()
    {
        var before = Sent();
        Assert.False(RegisterUpdate.Shows(before, before with { Claim = new(CaseScenario.Sam.Person, before.SubmittedAt) }));
        Assert.True(RegisterUpdate.Shows(before, before with { DueAt = before.DueAt.AddDays(1) }));
        Assert.True(RegisterUpdate.Shows(before, before with { Owner = CaseScenario.Owner.Person }));
        Assert.Null(RegisterUpdate.After(before, before with { Version = before.Version + 1 }, null, before.SubmittedAt));
    }

    private static Case Sent() => CaseScenario.With(CaseAnswers.Medium).Case!.Settled(CaseScenario.Sam.Person, default);

    private static ApprovalCondition Condition(int number, string kind) =>
        new(
            number,
            $"Condition {number}",
            kind == "before use" ? null : new DateOnly(2026, 12, 1),
            CaseScenario.Rita.Person,
            kind.EndsWith("confirmed", StringComparison.Ordinal) ? ApprovalConditionState.Confirmed : ApprovalConditionState.Open,
            "",
            CaseScenario.Sam.Person,
            null,
            null
        );
}
