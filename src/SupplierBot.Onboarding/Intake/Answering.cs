namespace SupplierBot.Onboarding;

/// <summary>A page was sent: its answers are kept, also when some need a look.</summary>
internal static class Answering
{
    public static Outcome Take(Input.Pressed press, Draft draft, Desk desk, Policy policy, Context context)
    {
        if (press.Target == AlreadyThere.AnotherUse) return Another(draft, desk, policy, context);
        if (policy.Pages.FirstOrDefault(page => page.Id == press.Stamp.Page) is not { } page) return Outcome.Say(DraftCards.Show(draft, desk, policy, context));
        var form = PageForm.Read(policy, page, press.Values, draft.Answers, context);
        if (press.Stamp.Version != draft.Revision) return Outcome.Say(Older(form, draft, desk, policy, context));
        var changed = form.Answers.SameAs(draft.Answers) ? draft : Drafting.Changed(draft, form.Answers, context);
        return new()
        {
            Answer = form.NeedsALook ? PageCard.Again(changed, page, form, policy, context) : DraftCards.Show(changed, desk, policy, context, Hint(form, page, changed, policy)),
            Draft = changed == draft ? null : new DraftChange.Save(changed),
        };
    }

    /// <summary>A hint about a value that was taken stays readable on the next card.</summary>
    private static string Hint(PageForm form, QuestionPage page, Draft changed, Policy policy) =>
        string.Join(' ', page.Questions.Where(form.Hints.ContainsKey).Select(id => form.Hints[id]));

    /// <summary>An older card: the same answers lead on, different ones change nothing and the person is told.</summary>
    private static View Older(PageForm form, Draft draft, Desk desk, Policy policy, Context context) =>
        DraftCards.Show(draft, desk, policy, context, form.Answers.SameAs(draft.Answers) ? "" : context.Wording["refusal.old_answer"]);

    private static Outcome Another(Draft draft, Desk desk, Policy policy, Context context)
    {
        if (draft.AnotherUse) return Outcome.Say(DraftCards.Show(draft, desk, policy, context));
        var changed = Drafting.Changed(draft with { AnotherUse = true }, draft.Answers, context);
        return new() { Answer = DraftCards.Show(changed, desk, policy, context), Draft = new DraftChange.Save(changed) };
    }
}
