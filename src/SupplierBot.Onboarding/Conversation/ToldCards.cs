namespace SupplierBot.Onboarding;

/// <summary>Messages to one person (wording.md §6). Each is drawn from the case as it is now, so that an old one never asks for what is over.</summary>
internal static class ToldCards
{
    private const int MostButtons = 5;

    public static View Show(Case current, Told told, string slot, Policy policy, Context context) => told.Kind switch
    {
        ToldKind.Asked => Asked(current, told, slot, policy, context),
        ToldKind.Approved when current.IsApproved => Approved(current, told, slot, policy, context),
        ToldKind.Approved => Notice(current, slot, context, "told.approved_ended", [], ("outcome", CaseWords.Outcome(current, context))),
        ToldKind.Usable => Notice(current, slot, context, current.IsApproved ? "told.usable" : "told.approved_ended", [], ("outcome", CaseWords.Outcome(current, context))),
        ToldKind.Rejected => Rejected(current, told, slot, context),
        ToldKind.Revoked => Notice(current, slot, context, "told.revoked", [], ("name", current.Decision?.By.Name ?? ""), ("reason", current.Decision?.Reason ?? "")),
        ToldKind.OwnerNamed => Notice(current, slot, context, "told.owner_named", [], ("requester", current.Requester.Name)),
        ToldKind.TierChanged => Notice(current, slot, context, "told.tier_changed", [], ("tier", CaseWords.Tier(current, context)), ("n", CaseWords.Number(Quorum.Of(current, context.Roles).Needed)), ("due", Dates.Day(current.DueAt, context))),
        ToldKind.ConditionReported => Reported(current, told, slot, context),
        ToldKind.TooFewApprovers => TooFew(current, slot, context),
        ToldKind.Withdrawn => Notice(current, slot, context, "told.withdrawn", [], ("requester", current.Requester.Name)),
        ToldKind.Reminder or ToldKind.Overdue or ToldKind.Escalated or ToldKind.Late or ToldKind.AskedAgain or ToldKind.Expired or ToldKind.ConditionSoon or ToldKind.ConditionOverdue
            or ToldKind.ReviewSoon or ToldKind.ReviewOverdue or ToldKind.ReviewLapsed or ToldKind.FirstCheck or ToldKind.ReportDue or ToldKind.Incident or ToldKind.LeavingReported or ToldKind.Ended or ToldKind.Nudged or ToldKind.Assigned
            => ClockCards.Show(current, told, slot, context),
    };

    /// <summary>"It's done" for each open condition of this person.</summary>
    public static IEnumerable<Button> DoneButtons(Case current, Person person, Wording wording) => current.Conditions
        .Where(condition => condition.State == ConditionState.Open && (condition.Owner.Id == person.Id || (!Owners.CanBeTold(condition.Owner) && current.Requester.Id == person.Id)))
        .Take(MostButtons)
        .Select(condition => new Button(wording.Fill("button.done", ("n", CaseWords.Number(condition.Number))), "done", CaseWords.Number(condition.Number)));

    private static View Asked(Case current, Told told, string slot, Policy policy, Context context)
    {
        var enquiry = current.Enquiries.First(enquiry => enquiry.Number == told.Number);
        if (!enquiry.Waiting) return Notice(current, slot, context, "told.answered", [], ("name", enquiry.By.Name), ("due", Dates.Day(current.DueAt, context)));
        if (!current.IsOpen) return Notice(current, slot, context, "told.asked_over", [], ("name", enquiry.By.Name), ("outcome", CaseWords.Outcome(current, context)));
        var press = new Input.Pressed("reply", CaseWords.Number(enquiry.Number), Stamp.OfCase(current.Id, slot, current.ContentVersion), new Dictionary<string, string>(), true);
        return Forms.Reply(new Hearing(current, press, new Actor(current.Requester, true), new Desk { Case = current }, policy, context), enquiry, [], "") with
        {
            Plain = Plain(context, "told.asked_plain", current, ("name", enquiry.By.FirstName)),
            Buttons = [new(context.Wording["form.reply_send"], "reply", CaseWords.Number(enquiry.Number), Style: ButtonStyle.Main, Checks: true)],
        };
    }

    private static View.Notice Approved(Case current, Told told, string slot, Policy policy, Context context)
    {
        var open = current.Conditions.Where(condition => condition.State != ConditionState.Confirmed).ToList();
        var key = current.Renewal is not null && open.Count == 0 ? "told.renewed" : Register.StatusOf(current) == EntryStatus.Suspended ? "told.approved_suspended" : open.Any(condition => condition.BeforeUse) ? "told.approved_to_do" : open.Count > 0 ? "told.approved_with_dates" : "told.approved";
        var review = Register.NextReview(current) is { } day ? Dates.Month(day) : "";
        var notice = Notice(
            current, slot, context, key, [.. DoneButtons(current, told.To, context.Wording)],
            ("purpose", current.Answers.One("purpose") ?? ""), ("data", CaseWords.Data(current.Answers.Picked("data"), policy)), ("owner", current.Owner.Name), ("month", review));
        var lines = notice.Lines.Concat(open.Select(condition => new Line(CaseWords.Condition(condition, context))));
        return notice with { Lines = open.Any(condition => condition.BeforeUse) ? [.. lines, new Line(context.Wording["told.until_then"])] : [.. lines] };
    }

    private static View.Notice Rejected(Case current, Told told, string slot, Context context)
    {
        var again = told.To.Id == current.Requester.Id ? new Button[] { new(context.Wording[current.Renewal is null ? "button.ask_again" : "button.review_again"], "edit", Style: ButtonStyle.Main) } : [];
        return Notice(current, slot, context, current.Renewal is null ? "told.rejected" : "told.review_failed", again, ("name", current.Decision?.By.Name ?? ""), ("reason", current.Decision?.Reason ?? ""));
    }

    private static View.Notice Reported(Case current, Told told, string slot, Context context)
    {
        var condition = current.Conditions.FirstOrDefault(condition => condition.Number == told.Number);
        var open = condition is { State: ConditionState.Reported } && current.IsApproved;
        var confirm = open ? new Button[] { new(context.Wording.Fill("button.confirm", ("n", CaseWords.Number(told.Number))), "confirm", CaseWords.Number(told.Number), Style: ButtonStyle.Main) } : [];
        var key = open ? "told.condition_reported" : condition is { ConfirmedBy: not null } ? "told.condition_confirmed" : "told.condition_over";
        return Notice(
            current, slot, context, key, [.. confirm, new(context.Wording["button.open"], "open")],
            ("name", (open ? condition?.ReportedBy : condition?.ConfirmedBy)?.Name ?? ""), ("text", condition?.Text ?? ""), ("proof", condition?.Proof ?? ""));
    }

    private static View.Notice TooFew(Case current, string slot, Context context)
    {
        var quorum = Quorum.Of(current, context.Roles);
        return Notice(current, slot, context, quorum.Possible || !current.IsOpen ? "told.too_few_over" : "told.too_few", [], ("n", CaseWords.Number(quorum.Needed)), ("m", CaseWords.Number(quorum.Fillable)));
    }

    private static View.Notice Notice(Case current, string slot, Context context, string key, IReadOnlyList<Button> buttons, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        (string, string)[] all = [("supplier", current.Supplier), ("id", current.Id), .. holes];
        return new(context.Wording.Fill($"{key}_title", all), [new Line(context.Wording.Fill(key, all))], context.Wording.Fill("told.small", ("id", current.Id)))
        {
            Plain = Plain(context, $"{key}_title", current, all),
            Stamp = Stamp.OfCase(current.Id, slot, current.ContentVersion),
            Buttons = buttons,
        };
    }

    private static string Plain(Context context, string key, Case current, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Texts.Clip(context.Wording.Fill(key, [("supplier", Texts.Clip(current.Supplier, 60)), .. holes]), 120);
}
