using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Onboarding.Views;

/// <summary>For a request that was sent before: what differs from what the reviewers know.</summary>
internal static class SummaryChanges
{
    public static string Of(AssessedDraft shown)
    {
        if (shown.Draft.EditsCase is { } edited) return Of(shown, edited, shown.State.Case, "summary.changes");
        if (shown.Draft.FollowsCase is not { } followed) return "";
        return Of(shown, followed, shown.State.Before, shown.Draft.ReviewOrigin is null ? "summary.follows" : "summary.reviews");
    }

    private static string Of(AssessedDraft shown, string id, Case? before, string key)
    {
        var changed = before is { } sent && sent.Id == id ? Differences(shown, sent).ToList() : [];
        (string, string)[] holes = [("case", id), ("entry", before?.EntryId ?? ""), ("changes", string.Join("; ", changed))];
        return shown.Say(changed.Count == 0 ? $"{key}_nothing" : key, holes);
    }

    private static IEnumerable<string> Differences(AssessedDraft shown, Case sent) => shown.Policy.Questions
        .Select(question => (question.Label, Before: AnswerTexts.Of(question, sent.Answers, shown.Context), After: AnswerTexts.Of(question, shown.Answers, shown.Context)))
        .Where(answer => answer.Before != answer.After)
        .Select(answer => shown.Say("summary.changed_answer", ("label", answer.Label), ("before", Said(answer.Before, shown)), ("after", Said(answer.After, shown))));

    private static string Said(string words, AssessedDraft shown) => words.Length == 0 ? shown.Wording["summary.unanswered"] : Texts.Clip(words, 80);
}
