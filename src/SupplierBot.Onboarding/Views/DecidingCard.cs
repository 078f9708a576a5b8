using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>Everything a decision needs on one card; without inputs and buttons for those who only read.</summary>
internal static class DecidingCard
{
    /// <summary>What a card of every client shows (src/SupplierBot.BotFramework/PROTOCOL.md "Cards").</summary>
    private const int MostButtons = 6;

    public static View.Deciding Show(CaseRequest request, string problem, bool decides)
    {
        var (current, context) = (request.Case, request.Context);
        var parts = new ReviewParts(current, request.Policy, context);
        return new(
            parts.Title,
            parts.Small,
            problem,
            parts.Tier,
            parts.Due,
            parts.Purpose,
            parts.From,
            [.. News(request, decides)],
            [.. parts.Details, .. Known(request)],
            parts.Why,
            [.. OpenPoints(request)],
            [.. Checks(request)],
            decides || request.Quorum.Reviews(request.Actor.Id)
                ? Sections.ForDeciding(current, request.Policy, context)
                : Sections.All(current, request.Policy, context),
            decides ? [.. DecisionFields.Of(request)] : [],
            IfApproved(request),
            decides ? request.Say("deciding.foot") : ""
        )
        {
            Plain = parts.Plain,
            Refused = [.. EarlierCases.Refused(request)],
            Earlier = [.. EarlierCases.Others(request)],
            Stamp = CardStamp.OfCase(current.Id, request.SlotId, current.ContentVersion),
            Buttons = decides ? [.. Buttons(request).Concat(Tier(request)).Take(MostButtons)] : [.. Waiting(request)],
        };
    }

    /// <summary>What a decision is about, for a form that was written while it changed: what changed first.</summary>
    public static IEnumerable<LabelledText> AsItIs(CaseRequest request)
    {
        var parts = new ReviewParts(request.Case, request.Policy, request.Context);
        return
        [
            .. ChangedAnswers.Lines(request).Select(change => new LabelledText(change)),
            new(parts.Tier),
            .. parts.Details,
            .. OpenPoints(request),
        ];
    }

    private static IEnumerable<string> News(CaseRequest request, bool decides)
    {
        var (current, context) = (request.Case, request.Context);
        if (current.ReviewOrigin is { } origin)
            yield return Reviewed(request, origin);
        // What is different stands in the changes that follow.
        if (current is { ReviewOrigin: null, FollowsCase: { } before })
            yield return request.Say(current.Changes.Count > 0 ? "deciding.follows" : "deciding.follows_same", ("case", before));
        foreach (var change in ChangedAnswers.Lines(request))
            yield return change;
        foreach (var approval in current.Approvals)
            yield return SaidYes(request, approval, decides);
        foreach (var changed in ClauseTexts.Changed(current, request.Policy, context))
            yield return $"{changed.Label}: {changed.Text}";
        if (!Owners.CanBeNotified(current.Owner))
            yield return request.Say("deciding.owner_unknown", ("owner", current.Owner.Name));
        foreach (var condition in current.Conditions)
            yield return request.Say("deciding.condition_set", ("text", condition.Text), ("name", condition.SetBy.Name));
        if (ClaimHandler.Current(current, context) is { } claim)
            yield return request.Say("deciding.claimed", ("name", claim.By.Name), ("at", Dates.Time(claim.At, context)));
        foreach (var informationRequest in current.InformationRequests.TakeLast(5))
            yield return Asked(request, informationRequest);
        foreach (var deviation in SeatDeviations.Now(current, context))
            yield return deviation;
        foreach (var conflict in request.Quorum.Appointed)
            yield return request.Say(
                $"deciding.{CaseTexts.HandedOn(conflict)}",
                ("name", conflict.Holder.Name),
                ("giver", conflict.Through!.By.Name)
            );
        if (!request.Quorum.Possible)
            yield return request.Say(
                "refusal.too_few",
                ("n", CaseTexts.Number(request.Quorum.Needed)),
                ("m", CaseTexts.Number(request.Quorum.Fillable)),
                ("ciso", CaseTexts.Names(request.Roles.Admins, context))
            );
    }

    /// <summary>Why it is looked at again, and what that means for the approval.</summary>
    private static string Reviewed(CaseRequest request, ReviewOrigin origin)
    {
        var why =
            origin.Triggers.Count == 0
                ? request.Say("deciding.review_calendar")
                : string.Join(
                    ", ",
                    request
                        .Policy.Triggers.Where(trigger => origin.Triggers.Contains(trigger.Id))
                        .Select(trigger => ChangeTriggers.Words(trigger, request.Context))
                );
        var said = origin.Words.Length > 0 ? " " + request.Say("words.quoted", ("text", origin.Words)) : "";
        var replaced = ChangedAnswers.Replaced(request.Case, request.Policy);
        var key =
            replaced.Length > 0 ? "deciding.review_other"
            : PeriodicReview.Confirms(request.Case) ? "deciding.review_same"
            : "deciding.review_anew";
        return request.Say(key, ("entry", request.Case.EntryId), ("why", why + said), ("supplier", replaced));
    }

    /// <summary>Only people who may decide now read that it is their turn; others read who is awaited.</summary>
    private static string SaidYes(CaseRequest request, Approval approval, bool decides) =>
        request.Say(
            (approval.WithConditions ? "deciding.said_yes_conditions" : "deciding.said_yes") + (decides ? "" : "_waits"),
            ("name", approval.By.Name),
            ("day", Dates.Day(approval.At, request.Context)),
            ("names", Rights.Deciders(request))
        );

    private static string Asked(CaseRequest request, InformationRequest informationRequest) =>
        informationRequest.Waiting
            ? request.Say("deciding.asked", ("name", informationRequest.By.Name), ("question", informationRequest.Text))
            : request.Say(
                "deciding.answered",
                ("name", informationRequest.AnsweredBy!.Name),
                ("question", informationRequest.Text),
                ("answer", informationRequest.Answer.Length > 0 ? informationRequest.Answer : request.Say("deciding.answered_by_choice"))
            );

    private static IEnumerable<LabelledText> Known(CaseRequest request)
    {
        if (request.State.SameType.Count > 0)
            yield return new(
                request.Say(
                    "deciding.same_type",
                    ("n", CaseTexts.Counted(request.State.SameType.Count + request.State.SameTypeMore)),
                    ("names", string.Join(", ", request.State.SameType.Take(3).Select(entry => entry.Supplier)))
                ),
                request.Say("deciding.known")
            );
    }

    private static IEnumerable<LabelledText> OpenPoints(CaseRequest request)
    {
        foreach (var id in request.Case.Assessment.OpenPoints)
            yield return new(request.Policy.Question(id).Prompt, request.Policy.Question(id).Label);
        foreach (var line in WhatIf.Lines(request))
            yield return new(line);
    }

    private static IEnumerable<LabelledText> Checks(CaseRequest request) =>
        request
            .Case.Assessment.Checks.Select(raised => (raised, check: request.Policy.Checks.FirstOrDefault(check => check.Id == raised.Id)))
            .Where(pair => pair.check?.ToReviewer is { Length: > 0 })
            .Select(pair => new LabelledText(Texts.Fill(pair.check!.ToReviewer!, ("match", pair.raised.Match ?? "")), pair.raised.Id))
            .Concat(
                request
                    .Policy.Flags.Where(flag => request.Case.Assessment.Flags.Contains(flag.Id) && flag.ToReviewer is not null)
                    .Select(flag => new LabelledText(flag.ToReviewer!))
            );

    private static string IfApproved(CaseRequest request) =>
        request.Say(
            "deciding.if_approved",
            ("entry", request.Case.EntryId),
            ("data", CaseTexts.Data(request.Case.Answers.Picked("data"), request.Policy)),
            ("owner", request.Case.Owner.Name),
            ("month", Dates.Month(request.Context.Calendar.Today(request.Now).AddMonths(request.Case.Assessment.ReviewMonths)))
        );

    /// <summary>For a reviewer whose turn it is not: questions and findings help already, and who said yes can still say no.</summary>
    private static IEnumerable<Button> Waiting(CaseRequest request) =>
        request.Case.IsOpen ? [.. ReviewsLater(request), .. Tier(request)] : [];

    private static IEnumerable<Button> ReviewsLater(CaseRequest request)
    {
        if (!request.Quorum.Reviews(request.Actor.Id))
            yield break;
        yield return new(request.Say("button.ask"), Verbs.Ask);
        if (request.Case.Assessment.OpenPoints.Count > 0)
            yield return new(request.Say("button.settle"), Verbs.Settle);
        if (request.Quorum.SaidYes(request.Actor.Id))
            yield return new(request.Say("button.reject"), Verbs.Reject, Style: ButtonStyle.Danger, OpensForm: true);
    }

    /// <summary>Last, because it is rare: where six others stand, it can be typed.</summary>
    private static IEnumerable<Button> Tier(CaseRequest request) =>
        TierRights.Offers(request) ? [new(request.Say("button.tier"), Verbs.Tier)] : [];

    private static IEnumerable<Button> Buttons(CaseRequest request)
    {
        var review = request.Case.ReviewOrigin is not null;
        yield return new(
            request.Say(review ? "button.satisfactory" : "button.approve"),
            Verbs.Approve,
            Style: ButtonStyle.Main,
            Checks: true
        );
        yield return new(
            request.Say(review ? "button.concerns" : "button.approve_conditions"),
            Verbs.ApproveWithConditions,
            Checks: true,
            OpensForm: true
        );
        yield return new(request.Say("button.ask"), Verbs.Ask);
        if (request.Case.Assessment.OpenPoints.Count > 0)
            yield return new(request.Say("button.settle"), Verbs.Settle);
        yield return new(
            request.Say(review ? "button.unsatisfactory" : "button.reject"),
            Verbs.Reject,
            Style: ButtonStyle.Danger,
            OpensForm: true
        );
        if (ClaimHandler.Current(request.Case, request.Context) is null)
            yield return new(request.Say("button.claim"), Verbs.Claim);
    }
}
