namespace SupplierBot.Onboarding;

/// <summary>From the summary: change a page, choose the main type, send.</summary>
internal static class Summarising
{
    public const string Change = "change";
    public const string Main = "main";

    public static Outcome Edit(Input.Pressed press, Draft draft, Desk desk, Policy policy, Context context)
    {
        var wanted = press.Target.Length > 0 ? press.Target : press.Value(Change);
        var (chosen, change) = WithMain(press, draft, policy, context);
        var page = Interview.Pages(policy, draft.Answers).FirstOrDefault(page => page.Id == wanted);
        return new()
        {
            Answer = page is null ? DraftCards.Show(chosen, desk, policy, context, context.Wording["summary.choose"]) : PageCard.Of(chosen, page, policy, context),
            Draft = change,
        };
    }

    public static Outcome Submit(Input.Pressed press, Draft draft, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (press.Stamp.Version != draft.Revision) return Outcome.Say(DraftCards.Show(draft, desk, policy, context, context.Wording["refusal.old_page"]));
        var (chosen, _) = WithMain(press, draft, policy, context);
        return Interview.Replay(policy, chosen.Answers) is Standing.Complete complete
            ? Submission.Send(chosen, complete.Answers, desk, actor, policy, context)
            : Outcome.Say(DraftCards.Show(chosen, desk, policy, context));
    }

    private static (Draft Draft, DraftChange? Change) WithMain(Input.Pressed press, Draft draft, Policy policy, Context context)
    {
        var main = press.Value(Main);
        var known = policy.Types.Any(type => type.Id == main) && draft.Answers.One(Main) != main;
        if (!known) return (draft, null);
        var changed = Drafting.Changed(draft, draft.Answers.With(Main, main), context);
        return (changed, new DraftChange.Save(changed));
    }
}
