namespace SupplierBot.Onboarding;

/// <summary>Deletes a draft for good; from "you have an unfinished request" it starts the new one at once.</summary>
internal static class Discarding
{
    /// <summary>Target of the button that deletes and starts nothing.</summary>
    public const string Only = "only";

    public static Outcome Handle(Input.Pressed press, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (desk.Draft is { } draft && press.Stamp.Draft != draft.Id) return Outcome.Say(DraftCards.Show(draft, desk, policy, context, context.Wording["refusal.old_page"]));
        if (press.Target != Only) return Drafting.Start(press.Target, desk, actor, policy, context);
        var said = Notices.Plainly(context.Wording["cancel.discarded"]);
        return desk.Draft is { } gone ? new() { Answer = said, Draft = new DraftChange.Delete(gone.Id) } : Outcome.Say(said);
    }
}
