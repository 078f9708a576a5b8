using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;

namespace SupplierBot.Onboarding.Views;

/// <summary>
/// What differs from what was first sent, or from what is approved: who the supplier is comes first and is never left out.
/// </summary>
internal static class ChangedAnswers
{
    /// <summary>Answers that say who the supplier is and what it is for.</summary>
    private static readonly string[] Identity = ["name", "website", "service", "purpose"];

    /// <summary>Beside those; the rest are counted, and stand in a part of the card that unfolds.</summary>
    private const int MostOthers = 8;

    public static IEnumerable<string> Lines(CaseRequest request)
    {
        var all = All(request.Case, request.Policy);
        var shown = Shown(all);
        foreach (var change in shown)
            yield return Words(change, request.Policy, request.Context);
        if (shown.Count < all.Count)
            yield return request.Say(
                "deciding.changed_more",
                ("n", CaseTexts.Number(all.Count - shown.Count)),
                ("fold", request.Say("fold.changes"))
            );
    }

    /// <summary>All of them, where not all are shown; else empty.</summary>
    public static Section Section(Case current, Policy policy, Context context)
    {
        var all = All(current, policy);
        return new(
            "changes",
            context.Wording["fold.changes"],
            Shown(all).Count == all.Count ? [] : [.. all.Select(change => new LabelledText(Words(change, policy, context)))]
        );
    }

    /// <summary>
    /// The supplier a review would put another in the place of: its name and site; empty where it stays the same, or nothing is reviewed.
    /// </summary>
    public static string Replaced(Case current, Policy policy)
    {
        var all = current.ReviewOrigin is null ? [] : All(current, policy);
        if (!all.Any(change => change.Question is "name" or "website"))
            return "";
        return string.Join(" · ", new[] { Before("name"), Before("website") }.Where(text => text.Length > 0));
        string Before(string question) =>
            string.Join("", all.FirstOrDefault(change => change.Question == question)?.From ?? current.Answers.Picked(question));
    }

    /// <summary>One for each question, from the first answer to the last; what came back to where it was is none.</summary>
    private static IReadOnlyList<AnswerChange> All(Case current, Policy policy)
    {
        var order = Identity.Concat(policy.Questions.Select(question => question.Id)).Distinct().ToList();
        return
        [
            .. current
                .Changes.Where(change => policy.Questions.Any(question => question.Id == change.Question))
                .GroupBy(change => change.Question)
                .Select(changes => changes.Last() with { From = changes.First().From })
                .Where(change => !change.From.SequenceEqual(change.To, StringComparer.Ordinal))
                .OrderBy(change => order.IndexOf(change.Question)),
        ];
    }

    private static IReadOnlyList<AnswerChange> Shown(IReadOnlyList<AnswerChange> all)
    {
        var identity = all.Where(change => Identity.Contains(change.Question)).ToList();
        var others = all.Skip(identity.Count).ToList();
        return [.. identity, .. others.Count > MostOthers ? others.Take(MostOthers) : others];
    }

    private static string Words(AnswerChange change, Policy policy, Context context) =>
        context.Wording.Fill(
            "deciding.changed",
            ("day", Dates.Day(change.At, context)),
            ("question", policy.Question(change.Question).Label),
            ("from", Answer(change.Question, change.From, policy, context)),
            ("to", Answer(change.Question, change.To, policy, context)),
            ("name", change.By.Name)
        );

    private static string Answer(string question, IReadOnlyList<string> picked, Policy policy, Context context) =>
        CaseTexts.Answer(question, Answers.Empty.With(question, [.. picked]), policy, context);
}
