namespace SupplierBot.Onboarding;

/// <summary>A page as it was sent: the answers it leads to, what to say beside each field, and everything as it was typed.</summary>
/// <param name="Hints">Question id to what is wrong or worth knowing.</param>
/// <param name="Refused">Ids of questions whose value was not taken; the typed value is shown again.</param>
internal sealed record PageForm(Answers Answers, IReadOnlyDictionary<string, string> Hints, IReadOnlySet<string> Refused, IReadOnlyDictionary<string, string> Typed)
{
    public bool NeedsALook => Refused.Count > 0;

    public static PageForm Read(Policy policy, QuestionPage page, IReadOnlyDictionary<string, string> typed, Answers before, Context context)
    {
        var answers = before;
        var hints = new Dictionary<string, string>(StringComparer.Ordinal);
        var refused = new HashSet<string>(StringComparer.Ordinal);
        var asked = Skips.Reachable(policy, before);
        foreach (var question in page.Questions.Where(asked.Contains).Select(policy.Question))
        {
            answers = Take(question, typed.TryGetValue(question.Id, out var raw) ? raw : "", answers, hints, refused, context);
        }
        return new(answers, hints, refused, typed);
    }

    private static Answers Take(Question question, string raw, Answers answers, Dictionary<string, string> hints, HashSet<string> refused, Context context)
    {
        switch (FieldReading.Of(question, raw, context))
        {
            case FieldReading.Kept kept:
                if (kept.Hint.Length > 0) hints[question.Id] = kept.Hint;
                return answers.With(question.Id, [.. kept.Values]);
            case FieldReading.Unclear unclear:
                hints[question.Id] = unclear.Hint;
                refused.Add(question.Id);
                return answers;
            default:
                if (question.Required)
                {
                    hints[question.Id] = PageFields.Missing(question, context.Wording);
                    refused.Add(question.Id);
                }
                return answers.Without(question.Id);
        }
    }
}
