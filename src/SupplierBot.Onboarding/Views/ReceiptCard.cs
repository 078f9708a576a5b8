using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>The requester's own card: current until and after the decision.</summary>
internal static class ReceiptCard
{
    private const int MostButtons = 6;
    private const int MostNamed = 3;

    public static View.Receipt Show(Case current, string problem, Policy policy, Context context, bool requester = true)
    {
        var wording = context.Wording;
        return new(
            Title(current, context),
            // What is decided has the supplier in its title.
            current.IsOpen
                ? wording.Fill("receipt.small", ("id", current.Id), ("supplier", current.Supplier))
                : current.Id,
            problem,
            [.. Details(current, policy, context)],
            [.. Tier(current, policy, context), .. current.IsOpen ? OpenLines(current, context) : DecidedLines(current, policy, context)],
            [Sections.History(current, context), Sections.Answers(current, policy, context)]
        )
        {
            Plain = Texts.Clip(
                wording.Fill(
                    current.IsOpen ? "receipt.plain" : "receipt.plain_decided",
                    ("supplier", Texts.Clip(current.Supplier, 60)),
                    ("outcome", CaseTexts.Status(current.Status, context))
                ),
                120
            ),
            Stamp = CardStamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion),
            Steps = current.IsOpen ? [.. Steps(current, context)] : [],
            Badge = TierBadge.Of(current.Assessment.Tier, CaseTexts.Tier(current, context)),
            Buttons = [.. Buttons(current, requester, wording).Take(MostButtons)],
        };
    }

    private static string Title(Case current, Context context) =>
        current.IsOpen
            ? context.Wording.Fill("receipt.title", ("firstName", current.Requester.FirstName))
            : context.Wording.Fill(
                "receipt.title_decided",
                ("supplier", current.Supplier),
                ("outcome", CaseTexts.Outcome(current, context))
            );

    private static IEnumerable<LabelledText> Details(Case current, Policy policy, Context context)
    {
        var wording = context.Wording;
        if (!current.IsOpen)
        {
            yield return new(CaseTexts.Entry(RegisterUpdate.StatusOf(current), context), wording["receipt.register"]);
            yield break;
        }
        yield return new(
            current.Status == CaseStatus.InfoRequested
                ? wording.Fill("receipt.by_paused", ("day", CaseTexts.Closes(current, policy, context)))
                : Dates.Own(current.DueAt, current.Zone, context),
            wording["receipt.by"]
        );
        if (current.Approvals.Count == 0 && context.Queue > 0)
            yield return new(CaseTexts.Counted(context.Queue), wording["receipt.queue"]);
    }

    private static IEnumerable<TimelineStep> Steps(Case current, Context context)
    {
        yield return TimelineStep.Done(context.Wording["receipt.sent"], Dates.Own(current.SubmittedAt, current.Zone, context));
        yield return TimelineStep.Now(CaseTexts.Status(current.Status, context), WhoHasIt(current, context));
        yield return TimelineStep.Later(context.Wording["receipt.decided"]);
        if (current.ReviewOrigin is null)
            yield return TimelineStep.Later(context.Wording["receipt.ready"]);
    }

    /// <summary>By name where one person can see to it.</summary>
    private static string WhoHasIt(Case current, Context context)
    {
        if (ClaimHandler.Current(current, context) is { } claim)
            return context.Wording.Fill("receipt.has_it", ("name", claim.By.Name), ("at", Dates.Time(claim.At, context)));
        var quorum = Quorum.Of(current, context.Roles);
        var names = quorum.Deciders.Select(person => person.Name).Distinct().ToList();
        return quorum.Needed == 1 && names.Count is > 0 and <= MostNamed
            ? context.Wording.Fill("receipt.can_decide", ("names", string.Join(context.Wording["summary.or"], names)))
            : context.Wording.Fill("receipt.decides", ("who", CaseTexts.Deciders(current, context)));
    }

    private static string[] Tier(Case current, Policy policy, Context context) =>
        current.TierChange is null ? [] : [TierTexts.Title(current, policy, context)];

    private static IEnumerable<string> OpenLines(Case current, Context context)
    {
        var wording = context.Wording;
        var quorum = Quorum.Of(current, context.Roles);
        foreach (var informationRequest in current.InformationRequests.Where(informationRequest => informationRequest.Waiting))
            yield return wording.Fill("receipt.asked", ("name", informationRequest.By.Name), ("question", informationRequest.Text));
        if (quorum.Given > 0)
            yield return wording.Fill(
                "receipt.progress",
                ("given", CaseTexts.Number(quorum.Given)),
                ("needed", CaseTexts.Number(quorum.Needed)),
                ("names", string.Join(", ", current.Approvals.Select(approval => $"{approval.By.Name}, {Dates.Day(approval.At, context)}")))
            );
        if (!quorum.Possible)
            yield return wording["receipt.too_few"];
        if (current.Status == CaseStatus.InReview)
            yield return wording["receipt.nothing_to_do"];
        yield return wording[
            current.ReviewOrigin is not null || StartedBefore(current, context) ? "receipt.until_then_in_use" : "receipt.until_then"
        ];
    }

    private static bool StartedBefore(Case current, Context context) =>
        Dates.Read(current.Answers.One("start") ?? "") is { } start && start < context.Calendar.Today(current.SubmittedAt);

    private static IEnumerable<string> DecidedLines(Case current, Policy policy, Context context)
    {
        if (current.Decision is { Reason.Length: > 0 } decision && !current.IsApproved)
            yield return context.Wording.Fill("receipt.reason", ("name", decision.By.Name), ("reason", decision.Reason));
        foreach (var missing in UseGapTexts.Missing(current, policy, context))
            yield return missing;
        foreach (var condition in current.Conditions.Where(_ => current.IsApproved))
            yield return CaseTexts.Condition(condition, context);
    }

    private static IEnumerable<Button> Buttons(Case current, bool requester, Wording wording) =>
        requester
            ? [.. OfRequester(current, wording), .. ClauseRights.Buttons(current, wording), .. DecidedCard.LookedAfter(current, wording)]
            : [.. ClauseRights.Buttons(current, wording), .. DecidedCard.LookedAfter(current, wording)];

    private static IEnumerable<Button> OfRequester(Case current, Wording wording)
    {
        if (
            current.InformationRequests.FirstOrDefault(informationRequest => informationRequest.Waiting) is { } informationRequest
            && current.IsOpen
        )
            yield return new(wording["button.answer"], Verbs.Reply, CaseTexts.Number(informationRequest.Number), Style: ButtonStyle.Main);
        if (current.IsOpen)
        {
            if (current.Status == CaseStatus.InReview)
                yield return new(wording["button.remind"], Verbs.Remind);
            yield return new(wording["button.change"], Verbs.Edit);
            foreach (var button in EvidenceCards.Offer(current, wording))
                yield return button;
            yield return new(wording["button.withdraw"], Verbs.Withdraw, Rare: true);
        }
        else if (!current.IsApproved)
        {
            yield return new(
                wording[current.ReviewOrigin is null ? "button.ask_again" : "button.review_again"],
                Verbs.Edit,
                Style: ButtonStyle.Main
            );
        }
        if (!current.IsApproved)
            yield break;
        foreach (var button in NotificationCards.DoneButtons(current, current.Requester, wording))
            yield return button;
    }
}
