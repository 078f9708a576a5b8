namespace SupplierBot.Onboarding;

/// <summary>Check K7: the supplier is on the register, or a colleague has asked. Never a refusal: the person opens it, or says that theirs is another use.</summary>
internal static class AlreadyThere
{
    public const string AnotherUse = "another_use";

    public static View? For(Draft draft, Desk desk, Policy policy, Context context)
    {
        if (draft.AnotherUse || draft.EditsCase is not null || draft.FollowsCase is not null) return null;
        if (desk.SameName.FirstOrDefault(entry => entry.Status is not (EntryStatus.Proposed or EntryStatus.NotApproved or EntryStatus.Terminated)) is { } entry) return Registered(draft, entry, policy, context);
        return desk.Pending is [var line, ..] ? Asked(draft, line, context) : null;
    }

    private static View Registered(Draft draft, RegisterEntry entry, Policy policy, Context context)
    {
        var wording = context.Wording;
        var type = policy.Types.FirstOrDefault(type => type.Id == entry.Type)?.Words ?? entry.Type;
        return Notice(draft, wording.Fill("registered.title", ("supplier", entry.Supplier)), wording.Fill("registered.line", ("type", type), ("owner", entry.Owner.Name)), entry.Id, wording);
    }

    private static View Asked(Draft draft, CaseLine line, Context context)
    {
        var own = line.Requester.Id == draft.Owner.Id;
        var text = context.Wording.Fill(own ? "colleague.self" : "colleague.line", ("day", Dates.Day(line.SubmittedAt, context)), ("due", Dates.Day(line.DueAt, context)));
        return Notice(draft, context.Wording.Fill("colleague.title", ("supplier", line.Supplier)), text, line.Id, context.Wording);
    }

    private static View.Notice Notice(Draft draft, string title, string text, string target, Wording wording) => new(title, [new(text)])
    {
        Plain = wording["registered.plain"],
        Stamp = Stamp.OfDraft(draft.Id, "registered", draft.Revision),
        Buttons = [new(wording["registered.open"], "open", target), new(wording["registered.another"], "answer", AnotherUse), new(wording["page.stop"], "cancel")],
    };
}
