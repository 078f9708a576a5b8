namespace SupplierBot.Onboarding;

/// <summary>Check K7: the supplier is on the register, or somebody asked for it already. Nobody is refused: the person says whether theirs is another use.</summary>
internal static class AlreadyThere
{
    /// <summary>Button target of "Ours is another use".</summary>
    public const string AnotherUse = "another_use";
    private const int Shown = 3;
    private const int LongestName = 60;
    private const int LongestButton = 40;

    /// <returns>Null where there is nothing to say.</returns>
    public static View? Notice(Draft draft, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (draft.AnotherUse || Entries(draft, desk) is not { Count: > 0 } entries) return null;
        var wording = context.Wording;
        var supplier = DraftCards.SupplierOf(draft, LongestName);
        return new View.Notice(wording.Fill("registered.title", ("supplier", supplier)), [.. entries.Select(entry => Told(entry, desk, actor, policy, context)), new Line(wording["registered.same"])])
        {
            Plain = wording.Fill("registered.plain", ("supplier", supplier)),
            Stamp = Stamp.OfDraft(draft.Id, "supplier", draft.Revision),
            Buttons = [.. entries.Select(entry => Open(entry, entries.Count, wording)), new(wording["registered.another_use"], "answer", Target: AnotherUse, Style: ButtonStyle.Main)],
        };
    }

    /// <summary>Lines of the register for this supplier that still say something, those in use first; not the one that is being changed.</summary>
    public static IReadOnlyList<RegisterEntry> Entries(Draft draft, Desk desk)
    {
        var name = SupplierNames.Normalise(draft.Answers.One("name") ?? "");
        if (name.Length == 0 || draft.EditsCase is not null || draft.FollowsCase is not null) return [];
        return [.. desk.SameName
            .Where(entry => SupplierNames.Normalise(entry.Supplier) == name && entry.Status is not (EntryStatus.NotApproved or EntryStatus.Terminated))
            .OrderBy(entry => entry.Status == EntryStatus.Proposed)
            .Take(Shown)];
    }

    private static Line Told(RegisterEntry entry, Desk desk, Actor actor, Policy policy, Context context)
    {
        var (wording, label) = (context.Wording, Named(entry));
        var asked = desk.Pending.FirstOrDefault(line => line.Id == entry.CaseId);
        return asked is null
            ? new(EntryCard.Words(entry, policy, context), label)
            : new(wording.Fill(
                asked.Requester.Id == actor.Id ? "colleague.yours" : "colleague.text",
                ("day", Dates.Day(asked.SubmittedAt, context)),
                ("due", Dates.Day(asked.DueAt, context))), label);
    }

    private static Button Open(RegisterEntry entry, int entries, Wording wording) => new(
        entries == 1 ? wording["registered.open"] : Texts.Clip(wording.Fill("registered.open_one", ("service", Named(entry))), LongestButton),
        "open",
        Target: entry.Id);

    private static string Named(RegisterEntry entry) => Texts.Clip(TypedText.OneLine(entry.Service.Length == 0 ? entry.Supplier : entry.Service), LongestName);
}
