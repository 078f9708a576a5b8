namespace SupplierBot.Onboarding;

/// <summary>What time tells one person about a case (wording.md §9): drawn from the case as it is now, so that an old one never asks for what is over.</summary>
internal static class ClockCards
{
    public static View Show(Case current, Told told, string slot, Context context) => told.Kind switch
    {
        ToldKind.Reminder when current.Status == CaseStatus.InReview => Waiting(current, told, slot, "told.reminder", context),
        ToldKind.Overdue when current.Status == CaseStatus.InReview => Waiting(current, told, slot, "told.overdue", context),
        ToldKind.Escalated when current.Status == CaseStatus.InReview => Waiting(current, told, slot, "told.escalated", context),
        ToldKind.Nudged when current.Status == CaseStatus.InReview => Waiting(current, told, slot, "told.nudged", context),
        ToldKind.Assigned when current.IsOpen => Waiting(current, told, slot, "told.assigned", context),
        ToldKind.Late when current.IsOpen => Notice(current, slot, "told.late", [], context),
        ToldKind.AskedAgain when current.Enquiries.FirstOrDefault(enquiry => enquiry.Number == told.Number) is { Waiting: true } && current.IsOpen => AskedAgain(current, told, slot, context),
        ToldKind.Expired when current.Status == CaseStatus.Expired => Expired(current, told, slot, context),
        ToldKind.ConditionSoon when Open(current, ToldNumbers.ConditionOf(told)) is { } condition => Condition(current, told, condition, slot, "told.condition_soon", context),
        ToldKind.ConditionOverdue when Open(current, ToldNumbers.ConditionOf(told)) is { } condition => Condition(current, told, condition, slot, "told.condition_overdue", context),
        ToldKind.ReviewSoon when InUse(current) => Review(current, slot, "told.review_soon", context),
        ToldKind.ReviewOverdue when InUse(current) => Review(current, slot, "told.review_overdue", context),
        ToldKind.ReviewLapsed when InUse(current) => Review(current, slot, "told.review_lapsed", context),
        ToldKind.FirstCheck when InUse(current) && current.CheckedAt is null => Notice(current, slot, "told.first_check", [new(context.Wording["button.checked"], "checked", Style: ButtonStyle.Main), .. Changes(context)], context),
        ToldKind.ReportDue when InUse(current) && current.NextReport is { } report && Moments.NumberOf(report) == told.Number =>
            Notice(current, slot, "told.report_due", [new(context.Wording["button.report"], "report", Style: ButtonStyle.Main), .. Changes(context)], context, ("report", context.Wording[$"told.report_words.{current.Assessment.Tier}"])),
        ToldKind.Incident when !current.Replaced => Incident(current, current.Story.ElementAtOrDefault(told.Number)?.Words ?? "", slot, context),
        ToldKind.LeavingReported when current.Leaving is { Complete: true, EndedAt: null } leaving => Leaving(current, leaving, slot, context),
        ToldKind.LeavingReported when current.Leaving is { EndedAt: not null } => Notice(current, slot, "told.ended", [], context),
        ToldKind.Ended => Notice(current, slot, "told.ended", [], context),
        _ => Notice(current, slot, "told.clock_over", [], context),
    };

    private static bool InUse(Case current) => current is { IsApproved: true, Leaving: null, Replaced: false };

    private static View.Notice Review(Case current, string slot, string key, Context context) => Notice(
        current, slot, key, [new(context.Wording["button.renew"], "renew", Style: ButtonStyle.Main), .. Changes(context), new(context.Wording["button.exit"], "exit")], context,
        ("day", Register.NextReview(current) is { } review ? Dates.Day(review, context) : ""), ("owner", current.Owner.Name), ("entry", current.EntryId));

    private static View.Notice Incident(Case current, string words, string slot, Context context)
    {
        var notice = Notice(current, slot, "told.incident", [new(context.Wording["button.open"], "open", Style: ButtonStyle.Main), .. Changes(context)], context);
        return notice with { Lines = [new(words), .. notice.Lines] };
    }

    private static Button[] Changes(Context context) => [new(context.Wording["button.changed"], "changed")];

    private static View.Notice Leaving(Case current, Leaving leaving, string slot, Context context)
    {
        var notice = Notice(current, slot, "told.leaving_reported", [new(context.Wording["button.ended"], "ended", Style: ButtonStyle.Main), new(context.Wording["button.open"], "open")], context, ("name", leaving.ReportedBy?.Name ?? ""));
        return notice with { Lines = [.. notice.Lines, .. Proofs(leaving, context)] };
    }

    public static IEnumerable<Line> Proofs(Leaving leaving, Context context)
    {
        if (leaving.Access.Length > 0) yield return new(leaving.Access, context.Wording["form.exit_access"]);
        if (leaving.Data.Length > 0) yield return new(leaving.Data, context.Wording["form.exit_data"]);
        if (leaving.Moved.Length > 0) yield return new(leaving.Moved, context.Wording["form.exit_moved"]);
    }

    private static View.Notice Waiting(Case current, Told told, string slot, string key, Context context)
    {
        var quorum = Quorum.Of(current, context.Roles);
        var decides = quorum.SeatFor(told.To.Id) is not null;
        Button[] review = decides ? [new(context.Wording["button.review"], "review", Style: ButtonStyle.Main)] : [new(context.Wording["button.open"], "open")];
        return Notice(current, slot, key, review, context);
    }

    private static View.Notice AskedAgain(Case current, Told told, string slot, Context context)
    {
        var enquiry = current.Enquiries.First(enquiry => enquiry.Number == told.Number);
        var notice = Notice(current, slot, "told.asked_again", [new(context.Wording["button.answer"], "reply", CaseWords.Number(enquiry.Number), Style: ButtonStyle.Main)], context, ("name", enquiry.By.Name));
        return notice with { Lines = [.. notice.Lines, new Line(context.Wording.Fill("told.asked_words", ("name", enquiry.By.Name), ("question", enquiry.Text)))] };
    }

    private static View.Notice Expired(Case current, Told told, string slot, Context context) => Notice(
        current, slot, "told.expired", told.To.Id == current.Requester.Id ? [new(context.Wording[current.Renewal is null ? "button.ask_again" : "button.review_again"], "edit", Style: ButtonStyle.Main)] : [], context);

    private static View.Notice Condition(Case current, Told told, ApprovalCondition condition, string slot, string key, Context context) => Notice(
        current, slot, key, [.. ToldCards.DoneButtons(current, told.To, context.Wording), new(context.Wording["button.open"], "open")], context,
        ("text", condition.Text), ("day", condition.Due is { } due ? Dates.Day(due, context) : ""), ("owner", condition.Owner.Name));

    private static ApprovalCondition? Open(Case current, int number) =>
        current.IsApproved ? current.Conditions.FirstOrDefault(condition => condition.Number == number && condition.State == ConditionState.Open) : null;

    private static View.Notice Notice(Case current, string slot, string key, IReadOnlyList<Button> buttons, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        (string, string)[] all =
        [
            ("supplier", current.Supplier), ("id", current.Id), ("requester", current.Requester.Name), ("due", Dates.Day(current.DueAt, context)),
            ("open", CaseWords.Number(current.Assessment.OpenPoints.Count)), ("names", CaseWords.Names(Quorum.Of(current, context.Roles).Deciders, context)), ("outcome", CaseWords.Outcome(current, context)), .. holes,
        ];
        return new(context.Wording.Fill($"{key}_title", all), [new Line(context.Wording.Fill(key, all))], context.Wording.Fill("told.small", ("id", current.Id)))
        {
            Plain = Texts.Clip(context.Wording.Fill($"{key}_title", [("supplier", Texts.Clip(current.Supplier, 60)), .. all]), 120),
            Stamp = Stamp.OfCase(current.Id, slot, current.ContentVersion),
            Buttons = buttons,
        };
    }
}
