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
            "Do you mean Sat 5 Dec 2026 or Tue 12 May 2026? Write it like 2026-11-20.",
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
    public void As_many_blocks_are_read_as_there_are_and_an_empty_one_is_none()
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
            ("condition_text_10", "Keep the letter of the auditor."),
            ("condition_text_11", "Nobody reads an eleventh.")
        );
        Assert.Equal(
            [
                ("Switch off training.", null),
                ("Sign the data agreement.", new DateOnly(2026, 12, 1)),
                ("Keep the letter of the auditor.", null),
            ],
            room.Case!.Conditions.Select(condition => (condition.Text, condition.Due))
        );
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_in_the_block_that_opens()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(room, ("condition_text", "Switch off training."), ("condition_text_2", "Sign it."));
        Assert.Empty(room.Case!.Conditions);
        var form = Assert.IsType<View.Form>(room.Last.Answer);
        Assert.Equal("Use at least 10 letters or digits. Rita will see this.", form.Problem);
        Assert.Equal([false, true], form.Blocks.Select(block => block.IsOpen));
        Assert.Equal(form.Problem, form.Blocks[1].Fields.Single(field => field.Id == "condition_text_2").Error);
    }

    [Fact]
    public void Without_a_day_it_is_due_before_use()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        Press(
            room,
            ("condition_text", "Switch off training."),
            ("condition_due", ""),
            ("condition_text_2", "Sign the data agreement."),
            ("condition_due_2", "2026-12-01")
        );
        Assert.Equal([null, new DateOnly(2026, 12, 1)], room.Case!.Conditions.Select(condition => condition.Due));
    }

    [Fact]
    public void Another_block_comes_when_the_one_before_says_something()
    {
        var room = CaseScenario.With(CaseAnswers.Medium);
        var first = Form(room, "");
        Assert.Equal((0, "condition_text"), (first.Blocks.Count, first.Fields[0].Id));
        var empty = Form(room, "add", ("condition_text", ""));
        Assert.Equal("Write this condition before you add another.", empty.Problem);
        Assert.Equal(empty.Problem, empty.Fields[0].Error);
        var second = Form(room, "add", ("condition_text", "Switch off training."), ("condition_due", "2026-12-01"));
        Assert.Equal(("1. Switch off training.", "By Tue 1 Dec · Rita"), (second.Blocks[0].Title, second.Blocks[0].Small));
        Assert.Equal(("condition_text_2", ""), (second.Fields[0].Id, second.Fields[0].Value));
        var removed = Form(room, "remove 1", ("condition_text", "Switch off training."), ("condition_text_2", ""));
        Assert.Equal((0, "condition_text_2"), (removed.Blocks.Count, removed.Fields[0].Id));
        Assert.Empty(room.Case!.Approvals);
    }

    [Fact]
    public void Every_suggestion_is_one_press_and_keeps_what_is_being_written()
    {
        var room = CaseScenario.With(CaseAnswers.High.With("training", "not_sure"));
        var suggested = room.Case!.Assessment.SuggestedConditions;
        var values = new List<(string, string)> { ("condition_text", "Tell everybody who is on a call.") };
        for (var added = 0; added < suggested.Count; added++)
        {
            var before = Form(room, "", [.. values]);
            Assert.Equal(suggested.Count - added, before.Rows.Count);
            var after = Form(room, before.Rows[0].Press!.Target, [.. values]);
            values = [.. after.Blocks.SelectMany(block => block.Fields).Select(field => (field.Id, field.Value))];
        }
        Press(room, [.. values]);
        Assert.Equal(suggested.Count + 1, room.Case.Conditions.Count);
    }

    [Fact]
    public void Nobody_unknown_is_asked_to_do_it()
    {
        var room = CaseScenario.With(CaseAnswers.Medium.With("owner", "Tom Baker"));
        var owner = Form(room, "").Fields.Single(field => field.Id == "condition_owner");
        Assert.Equal(("requester", "Rita", "Sam"), (owner.Value, owner.Choices[0].Label, owner.Choices[1].Label));
        room.Press(
            CaseScenario.Sam,
            "approve_conditions",
            "sent",
            values: [("terms", "open"), ("condition_text", "Switch off training."), ("condition_owner", "owner")]
        );
        Assert.All(room.Case!.Conditions, condition => Assert.Equal("Rita", condition.Owner.Name));
    }

    private static View.Form Form(CaseScenario room, string target, params (string Id, string Value)[] values)
    {
        room.Press(CaseScenario.Sam, "approve_conditions", target, values: values);
        return Assert.IsType<View.Form>(room.Last.Answer);
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
        room.Press(CaseScenario.Sam, "approve_conditions", "sent", values: [.. room.Yes(), .. values]);
}
