using SupplierBot.Onboarding.Tests.Kit;
using SupplierBot.Onboarding.Views;
using static SupplierBot.Onboarding.Tests.Kit.CaseScenario;

namespace SupplierBot.Onboarding.Tests.Cases;

/// <summary>
/// What is typed into the forms of a case: what nobody can see is no reason, and what was typed comes back with the problem.
/// </summary>
public sealed class CaseFormsTests
{
    private const string Nothing = "\u200B\u200B\u200B\u202E\u2060\u2066\uFEFF\u0007\u0000\u200B\u200E\u200B";

    private static readonly (string Verb, string Field)[] Texts =
    [
        ("reject", "comment"),
        ("ask", "question"),
        ("approve_conditions", "condition_text"),
    ];

    public static TheoryData<string, string> Forms => [.. Texts.Select(form => new TheoryDataRow<string, string>(form.Verb, form.Field))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Ten_characters_nobody_can_see_are_no_text(string verb, string field)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(Sam, verb, "sent", values: [(field, Nothing), ("terms", "agreed"), ("terms_ref", "MSA v3")]);
        Assert.True(room.Says("refusal.too_short"), room.Problem);
        Assert.Equal(1, room.Case!.Version);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_turns_a_text_around_is_not_kept(string verb, string field)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Sam,
            verb,
            "sent",
            values: [(field, "Not \u202Enow\u202C,\u0000 not\u200B ever.\nSorry 👩‍💻."), ("terms", "agreed"), ("terms_ref", "MSA v3")]
        );
        Assert.Equal(2, room.Case!.Version);
        var before = verb == "approve_conditions" ? "MSA v3\n\n" : "";
        Assert.Equal($"{before}Not now, not ever.\nSorry 👩‍💻.", room.Facts[^1].Event.Comment);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Ten_thousand_characters_come_back_with_the_problem(string verb, string field)
    {
        var room = With(CaseAnswers.Medium);
        var typed = string.Concat(Enumerable.Repeat("**no** [x](javascript:1) ", 400));
        room.Press(Sam, verb, "sent", values: [(field, typed), ("terms", "covered"), ("terms_ref", "v7")]);
        Assert.True(room.Says("refusal.too_long"), room.Problem);
        Assert.Equal(typed, FieldsOf(room.Last.Answer).Single(one => one.Id == field).Value);
        Assert.Equal(1, room.Case!.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-00-00")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("2026-11-16")]
    [InlineData("2026-02-30")]
    [InlineData("31.11.2026")]
    [InlineData("٢٠٢٦-١١-٣١")]
    [InlineData("soon")]
    [InlineData("<script>")]
    [InlineData("-1")]
    public void A_day_that_is_none_decides_nothing_and_comes_back(string due)
    {
        var room = With(CaseAnswers.Medium);
        (string, string)[] values =
        [
            ("condition_text", "Switch off training."),
            ("condition_when", "by_date"),
            ("condition_due", due),
            ("condition_owner", "me"),
            ("terms", "agreed"),
            ("terms_ref", "MSA v3"),
        ];
        room.Press(Sam, "approve_conditions", "sent", values: values);
        if (due.Length == 0)
        {
            Assert.Equal(new DateOnly(2026, 12, 17), room.Case!.Conditions.Single().Due);
            return;
        }
        Assert.True(room.Says("refusal.due_range"), room.Problem);
        Assert.All(
            values.Where(value => value.Item1 != "condition_when"),
            value => Assert.Equal(value.Item2, FieldsOf(room.Last.Answer).Single(field => field.Id == value.Item1).Value)
        );
        Assert.Equal(1, room.Case!.Version);
    }

    [Theory]
    [InlineData("30.11.2026"), InlineData("٢٠٢٦-١١-٣٠"), InlineData("30 Nov"), InlineData("2026\u201111\u201130")]
    public void A_day_is_read_in_any_form(string due)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Sam,
            "approve_conditions",
            "sent",
            values:
            [
                ("condition_text", "Switch off training."),
                ("condition_when", "by_date"),
                ("condition_due", due),
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
            ]
        );
        Assert.Equal(new DateOnly(2026, 11, 30), room.Case!.Conditions.Single().Due);
    }

    [Fact]
    public void A_day_that_may_be_another_decides_nothing()
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Sam,
            "approve_conditions",
            "sent",
            values:
            [
                ("condition_text", "Switch off training."),
                ("condition_when", "by_date"),
                ("condition_due", "1/12/2026"),
                ("terms", "agreed"),
                ("terms_ref", "MSA v3"),
            ]
        );
        Assert.Contains("Tue 1 Dec 2026 or Mon 12 Jan 2026", room.Problem, StringComparison.Ordinal);
        Assert.Equal(1, room.Case!.Version);
    }

    [Theory]
    [InlineData("approve", "")]
    [InlineData("approve_conditions", "sent")]
    public void A_reference_that_does_not_fit_is_said_and_not_cut(string verb, string target)
    {
        var room = With(CaseAnswers.Medium);
        room.Press(
            Sam,
            verb,
            target,
            values: [("terms", "agreed"), ("terms_ref", new string('x', 10_000)), ("condition_text", "Switch off training.")]
        );
        Assert.StartsWith("“Document and version” has 10000 characters; the limit is 200.", room.Problem, StringComparison.Ordinal);
        Assert.Contains(FieldsOf(room.Last.Answer), field => field.Value.Length == 10_000);
        Assert.Equal(1, room.Case!.Version);
    }

    [Theory]
    [InlineData("condition_text_3", "short", "Use at least 10 letters or digits.")]
    [InlineData("condition_due_3", "2026-11-01", "Choose a date from tomorrow to ")]
    public void What_is_wrong_with_a_later_condition_is_said_at_its_field(string field, string value, string words)
    {
        var room = With(CaseAnswers.Medium);
        var values = new Dictionary<string, string>
        {
            ["terms"] = "agreed",
            ["terms_ref"] = "MSA v3",
            ["condition_text"] = "Switch off training.",
            ["condition_text_3"] = "Sign their terms.",
            ["condition_when_3"] = "by_date",
            [field] = value,
        };
        room.Press(Sam, "approve_conditions", "sent", values: [.. values.Select(pair => (pair.Key, pair.Value))]);
        Assert.StartsWith(words, room.Problem, StringComparison.Ordinal);
        Assert.Equal(room.Problem, FieldsOf(room.Last.Answer).Single(one => one.Id == field).Error);
        Assert.Equal(1, room.Case!.Version);
    }

    private static IReadOnlyList<Field> FieldsOf(View? view) =>
        view switch
        {
            View.Form form => [.. form.Blocks.SelectMany(block => block.Fields), .. form.Fields],
            View.Deciding deciding => [.. deciding.Fields, .. deciding.More],
            _ => [],
        };
}
