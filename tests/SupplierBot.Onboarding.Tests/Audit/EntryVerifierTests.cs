using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Audit;

/// <summary>What the register says otherwise than the case behind it.</summary>
public sealed class EntryVerifierTests
{
    private static readonly Case Behind = Approved();

    [Fact]
    public void A_status_set_by_hand_is_named() =>
        Assert.Equal(
            ["its status: Suspended is kept; REQ-2026-0012 makes it Active"],
            EntryVerifier.Contradictions(Kept(Behind) with { Status = EntryStatus.Suspended }, Behind, null)
        );

    [Fact]
    public void When_its_use_ended_is_proved_and_when_it_was_written_otherwise_is_not()
    {
        Assert.Empty(EntryVerifier.Contradictions(Kept(Behind) with { ChangedAt = Behind.SubmittedAt.AddYears(1) }, Behind, null));
        var at = Behind.SubmittedAt.AddDays(9);
        var ended = Behind with { Offboarding = new(Rita.Person, at, "a", "b", "c", Rita.Person, Sam.Person, at) };
        Assert.Empty(EntryVerifier.Contradictions(Kept(ended) with { ChangedAt = at }, ended, null));
        Assert.Equal(
            ["the time its use ended is not what REQ-2026-0012 says"],
            EntryVerifier.Contradictions(Kept(ended) with { ChangedAt = at.AddDays(1) }, ended, null)
        );
    }

    [Fact]
    public void An_entry_of_the_first_release_may_say_nothing_and_nothing_else()
    {
        var old = Behind with { Salt = null, NextReport = new(2027, 2, 28) };
        Assert.Empty(EntryVerifier.Contradictions(Kept(old) with { NextReport = null }, old, null));
        Assert.Equal(
            ["its nextReport is not what REQ-2026-0012 says"],
            EntryVerifier.Contradictions(Kept(old) with { NextReport = new(2029, 1, 1) }, old, null)
        );
        var newer = old with { Salt = "salt" };
        Assert.Equal(
            ["its nextReport is not what REQ-2026-0012 says"],
            EntryVerifier.Contradictions(Kept(newer) with { NextReport = null }, newer, null)
        );
    }

    [Theory]
    [InlineData(CaseStatus.InReview, false)]
    [InlineData(CaseStatus.InfoRequested, false)]
    [InlineData(CaseStatus.Withdrawn, false)]
    [InlineData(CaseStatus.Expired, false)]
    [InlineData(CaseStatus.Approved, true)]
    [InlineData(CaseStatus.Rejected, true)]
    public void A_review_stands_behind_an_entry_once_somebody_decided(CaseStatus status, bool stands)
    {
        var review = Behind with { Status = status, ReviewOrigin = new("REQ-2026-0001", [], "", "") };
        Assert.Equal(stands, EntryVerifier.StandsBehind(review));
        Assert.True(EntryVerifier.StandsBehind(review with { ReviewOrigin = null }));
    }

    private static Case Approved()
    {
        var room = With(CaseAnswers.Medium);
        room.Approve(Sam);
        Assert.True(room.Case!.IsApproved);
        return room.Case!;
    }

    private static RegisterEntry Kept(Case behind) => RegisterUpdate.Entry(behind, null, behind.SubmittedAt);
}
