namespace SupplierBot.Onboarding;

/// <summary>Text typed while a card waits: it fills the first empty required text field and is echoed; a question never does (design.md §12).</summary>
internal static class Typing
{
    public static Outcome Take(Draft draft, string text, Desk desk, Policy policy, Context context)
    {
        var open = Interview.Replay(policy, draft.Answers) is Standing.Asking { Page: var page }
            ? page.Questions.Select(policy.Question).FirstOrDefault(question => question is { Required: true, Kind: QuestionKind.Text or QuestionKind.LongText } && !draft.Answers.Answered(question.Id))
            : null;
        if (open is null || text.EndsWith('?')) return Outcome.Say(DraftCards.Show(draft, desk, policy, context, context.Wording["typed.use_card"]));
        return FieldReading.Of(open, text, context) switch
        {
            FieldReading.Kept kept => Saved(draft, open, kept.Values, desk, policy, context),
            FieldReading.Unclear unclear => Outcome.Say(DraftCards.Show(draft, desk, policy, context, unclear.Hint)),
            _ => Outcome.Say(DraftCards.Show(draft, desk, policy, context, context.Wording["typed.use_card"])),
        };
    }

    private static Outcome Saved(Draft draft, Question question, IReadOnlyList<string> values, Desk desk, Policy policy, Context context)
    {
        var changed = Drafting.Changed(draft, draft.Answers.With(question.Id, [.. values]), context);
        var echo = context.Wording.Fill("typed.saved", ("label", question.Label), ("text", values[0]));
        return new() { Answer = DraftCards.Show(changed, desk, policy, context, echo), Draft = new DraftChange.Save(changed) };
    }
}
