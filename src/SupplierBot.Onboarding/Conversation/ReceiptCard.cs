namespace SupplierBot.Onboarding;

/// <summary>The requester's own card (wording.md §6): current until and after the decision.</summary>
internal static class ReceiptCard
{
    private const int MostButtons = 6;

    public static View.Receipt Show(Case current, string problem, Policy policy, Context context, bool requester = true)
    {
        var wording = context.Wording;
        return new(
            Title(current, context),
            wording.Fill("receipt.small", ("id", current.Id), ("supplier", current.Supplier), ("tier", policy.TierLine(current.Assessment.Tier).Title)),
            problem,
            [.. Facts(current, context)],
            [.. current.IsOpen ? OpenLines(current, context) : DecidedLines(current, context)],
            [Folds.Story(current, context), Folds.Answers(current, policy, context)])
        {
            Plain = Texts.Clip(wording.Fill(current.IsOpen ? "receipt.plain" : "receipt.plain_decided", ("supplier", Texts.Clip(current.Supplier, 60)), ("outcome", CaseWords.Status(current.Status, context))), 120),
            Stamp = Stamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion),
            Buttons = [.. Buttons(current, requester, wording).Take(MostButtons)],
        };
    }

    private static string Title(Case current, Context context) => current.IsOpen
        ? context.Wording.Fill("receipt.title", ("firstName", current.Requester.FirstName))
        : context.Wording.Fill("receipt.title_decided", ("supplier", current.Supplier), ("outcome", CaseWords.Outcome(current, context)));

    private static IEnumerable<Line> Facts(Case current, Context context)
    {
        var wording = context.Wording;
        yield return new(CaseWords.Status(current.Status, context), wording["receipt.state"]);
        if (!current.IsOpen)
        {
            yield return new(CaseWords.Entry(Register.StatusOf(current), context), wording["receipt.register"]);
            yield break;
        }
        yield return new(CaseWords.Deciders(current, context), wording["receipt.who"]);
        yield return new(Dates.Own(current.DueAt, current.Zone, context), wording["receipt.by"]);
        if (current.Approvals.Count == 0 && context.Queue > 0) yield return new(CaseWords.Counted(context.Queue), wording["receipt.queue"]);
    }

    private static IEnumerable<string> OpenLines(Case current, Context context)
    {
        var wording = context.Wording;
        var quorum = Quorum.Of(current, context.Roles);
        foreach (var enquiry in current.Enquiries.Where(enquiry => enquiry.Waiting)) yield return wording.Fill("receipt.asked", ("name", enquiry.By.Name), ("question", enquiry.Text));
        if (quorum.Given > 0) yield return wording.Fill("receipt.progress", ("given", CaseWords.Number(quorum.Given)), ("needed", CaseWords.Number(quorum.Needed)), ("names", string.Join(", ", current.Approvals.Select(approval => $"{approval.By.Name}, {Dates.Day(approval.At, context)}"))));
        if (!quorum.Possible) yield return wording["receipt.too_few"];
        if (current.Status == CaseStatus.InReview) yield return wording["receipt.nothing_to_do"];
        yield return wording[current.Renewal is not null || current.Assessment.Flags.Contains("already_in_use") || StartedBefore(current, context) ? "receipt.until_then_in_use" : "receipt.until_then"];
    }

    private static bool StartedBefore(Case current, Context context) =>
        Dates.Read(current.Answers.One("start") ?? "") is { } start && start < context.Calendar.Today(current.SubmittedAt);

    private static IEnumerable<string> DecidedLines(Case current, Context context)
    {
        if (current.Decision is { Reason.Length: > 0 } decision && !current.IsApproved) yield return context.Wording.Fill("receipt.reason", ("name", decision.By.Name), ("reason", decision.Reason));
        foreach (var condition in current.Conditions.Where(_ => current.IsApproved)) yield return CaseWords.Condition(condition, context);
    }

    private static IEnumerable<Button> Buttons(Case current, bool requester, Wording wording) => requester ? [.. OfRequester(current, wording), .. DecidedCard.LookedAfter(current, wording)] : DecidedCard.LookedAfter(current, wording);

    private static IEnumerable<Button> OfRequester(Case current, Wording wording)
    {
        if (current.Enquiries.FirstOrDefault(enquiry => enquiry.Waiting) is { } enquiry && current.IsOpen) yield return new(wording["button.answer"], "reply", CaseWords.Number(enquiry.Number), Style: ButtonStyle.Main);
        if (current.IsOpen)
        {
            yield return new(wording["button.change"], "edit");
            yield return new(wording["button.withdraw"], "withdraw");
            if (current.Status == CaseStatus.InReview) yield return new(wording["button.remind"], "remind");
        }
        else if (!current.IsApproved)
        {
            yield return new(wording[current.Renewal is null ? "button.ask_again" : "button.review_again"], "edit", Style: ButtonStyle.Main);
        }
        if (!current.IsApproved) yield break;
        foreach (var button in ToldCards.DoneButtons(current, current.Requester, wording)) yield return button;
    }
}
