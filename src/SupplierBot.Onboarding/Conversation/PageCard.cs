using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>One page of the intake as a card (wording.md §3).</summary>
internal static class PageCard
{
    private const int MostPages = 6;

    public static View Of(Draft draft, QuestionPage page, Policy policy, Context context, string problem = "") =>
        Show(draft, page, policy, context, problem, new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>After a form that needs a look: everything typed is shown again, with what is wrong beside it.</summary>
    public static View Again(Draft draft, QuestionPage page, PageForm form, Policy policy, Context context) =>
        Show(draft, page, policy, context, form.NeedsALook ? context.Wording["page.look"] : "", form.Typed, form.Hints);

    private static View.Page Show(Draft draft, QuestionPage page, Policy policy, Context context, string problem, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> hints)
    {
        var wording = context.Wording;
        var pages = Interview.Pages(policy, draft.Answers);
        var number = pages.TakeWhile(other => other.Id != page.Id).Count() + 1;
        var asked = Skips.Reachable(policy, draft.Answers);
        return new(page.Title, Small(draft, number, context), problem, [.. page.Questions
            .Where(asked.Contains)
            .Select(policy.Question)
            .Select(question => PageFields.Of(question, Value(question, draft, typed), hints.GetValueOrDefault(question.Id, ""), wording))], wording["page.foot"])
        {
            Plain = wording.Fill("page.plain", ("title", page.Title)),
            Stamp = Stamp.OfDraft(draft.Id, page.Id, draft.Revision),
            Buttons = Buttons(number, Interview.Replay(policy, draft.Answers) is Standing.Complete || number == MostPages, wording),
        };
    }

    private static string Value(Question question, Draft draft, IReadOnlyDictionary<string, string> typed) =>
        typed.TryGetValue(question.Id, out var raw) ? raw
        : draft.Answers.Answered(question.Id) ? string.Join(',', draft.Answers.Picked(question.Id))
        : question.Kind == QuestionKind.Person ? draft.Owner.Name
        : "";

    private static string Small(Draft draft, int number, Context context)
    {
        var step = context.Wording.Fill("page.step", ("n", number.ToString(CultureInfo.InvariantCulture)), ("max", MostPages.ToString(CultureInfo.InvariantCulture)));
        return draft.Answers.One("name") is { } name ? $"{name} · {step}" : step;
    }

    private static List<Button> Buttons(int number, bool last, Wording wording)
    {
        var buttons = new List<Button> { new(wording[last ? "page.result" : "page.next"], "answer", Style: ButtonStyle.Main, Checks: true) };
        if (number > 1) buttons.Add(new(wording["page.back"], "back"));
        buttons.Add(new(wording["page.stop"], "cancel"));
        return buttons;
    }
}
