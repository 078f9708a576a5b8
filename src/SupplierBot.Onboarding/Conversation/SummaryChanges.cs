namespace SupplierBot.Onboarding;

/// <summary>For a request that was sent before: what differs from what the reviewers know.</summary>
internal static class SummaryChanges
{
    public static string Of(Assessed shown)
    {
        if (shown.Draft.EditsCase is not { } id) return "";
        var changed = shown.Desk.Case is { } sent && sent.Id == id ? Differences(shown, sent).ToList() : [];
        return changed.Count == 0
            ? shown.Say("summary.changes_nothing", ("case", id))
            : shown.Say("summary.changes", ("case", id), ("changes", string.Join("; ", changed)));
    }

    private static IEnumerable<string> Differences(Assessed shown, Case sent) => shown.Policy.Questions
        .Select(question => (question.Label, Before: AnswerWords.Of(question, sent.Answers, shown.Context), After: AnswerWords.Of(question, shown.Answers, shown.Context)))
        .Where(answer => answer.Before != answer.After)
        .Select(answer => shown.Say("summary.changed_answer", ("label", answer.Label), ("before", Said(answer.Before, shown)), ("after", Said(answer.After, shown))));

    private static string Said(string words, Assessed shown) => words.Length == 0 ? shown.Wording["summary.unanswered"] : Texts.Clip(words, 80);
}
