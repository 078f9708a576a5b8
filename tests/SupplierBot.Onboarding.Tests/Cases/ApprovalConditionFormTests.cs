using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>The conditions form as it was sent, on Tuesday 17 November 2026.</summary>
public sealed class ApprovalConditionFormTests
{
    /// <summary>The earliest day is tomorrow; the last one is 90 days off, and 30 at Critical.</summary>
    [Theory]
    [InlineData("Medium", "2026-11-16", false)]
    [InlineData("Medium", "2026-11-17", false)]
    [InlineData("Medium", "2026-11-18", true)]
    [InlineData("Medium", "2027-02-15", true)]
    [InlineData("Medium", "2027-02-16", false)]
    [InlineData("Critical", "2026-12-17", true)]
    [InlineData("Critical", "2026-12-18", false)]
    [InlineData("Medium", "whenever", false)]
    public void A_due_day_is_soon_enough_or_asked_for_again(string tier, string due, bool taken)
    {
        var room = CaseScenario.With(CaseAnswers.Of(tier));
        Press(room, ("condition_text", "Switch off training."), ("condition_when", "by_date"), ("condition_due", due));
        Assert.Equal(taken, room.Case!.Conditions.Count == 1);
        Assert.Equal(taken, !room.Says("refusal.due_range"));
        if (taken)
            Assert.Equal(DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture), room.Case.Conditions[0].Due);
    }

    [Fact]
    public void No_day_means_thirty_days()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(room, ("condition_text", "Switch off training."), ("condition_when", "by_date"));
        Assert.Equal(new DateOnly(2026, 12, 17), Assert.Single(room.Case!.Conditions).Due);
    }

    [Fact]
    public void A_day_that_may_be_two_is_asked_for_again_with_both()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(room, ("condition_text", "Switch off training."), ("condition_when", "by_date"), ("condition_due", "5/12/2026"));
        Assert.Equal(
            "Do you mean Sat 5 Dec 2026 or Tue 12 May 2026? Please write it like 2026-11-20.",
            Assert.IsType<View.Form>(room.Last.Answer).Problem
        );
    }

    [Fact]
    public void Before_use_has_no_day()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(room, ("condition_text", "Switch off training."), ("condition_when", "before_use"), ("condition_due", "2026-12-01"));
        Assert.True(Assert.Single(room.Case!.Conditions).BeforeUse);
    }

    [Fact]
    public void Three_blocks_are_read_and_an_empty_one_is_none()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(
            room,
            ("condition_text", "Switch off training."),
            ("condition_when", "before_use"),
            ("condition_text_2", "  "),
            ("condition_text_3", "Sign the data agreement."),
            ("condition_when_3", "by_date"),
            ("condition_due_3", "2026-12-01"),
            ("condition_text_4", "Nobody reads a fourth.")
        );
        Assert.Equal(
            [("Switch off training.", null), ("Sign the data agreement.", new DateOnly(2026, 12, 1))],
            room.Case!.Conditions.Select(condition => (condition.Text, condition.Due))
        );
    }

    [Fact]
    public void What_is_wrong_says_in_which_block()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(
            room,
            ("condition_text", "Switch off training."),
            ("condition_when", "before_use"),
            ("condition_text_2", "Sign it."),
            ("condition_when_2", "before_use")
        );
        Assert.Empty(room.Case!.Conditions);
        Assert.Equal("Condition 2: Please write at least 10 letters or digits; Rita will read it.", room.Problem);
    }

    [Theory]
    [InlineData("owner", "Owner")]
    [InlineData("requester", "Rita")]
    [InlineData("me", "Sam")]
    [InlineData("teams:stranger", "Owner")]
    [InlineData("", "Owner")]
    public void Its_owner_is_one_of_the_three_who_can_be_reached(string picked, string name)
    {
        var room = CaseScenario.With(CaseAnswers.Medium.OwnedBy(CaseScenario.Owner));
        Press(room, ("condition_text", "Switch off training."), ("condition_when", "before_use"), ("condition_owner", picked));
        Assert.Equal(name, Assert.Single(room.Case!.Conditions).Owner.Name);
    }

    private static void Press(CaseScenario room, params (string Id, string Value)[] values) =>
        room.Press(CaseScenario.Sam, "approve_conditions", "sent", values: [("terms", "agreed"), .. values]);
}
