using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>Everything a decision needs on one card; without inputs and buttons for those who only read.</summary>
internal static class DecidingCard
{
    /// <summary>Open points said one by one.</summary>
    private const int MostPoints = 3;

    /// <param name="wrong">The field that the problem is about; empty where it is about none.</param>
    public static View.Deciding Show(CaseRequest request, string problem, bool decides, string wrong = "")
    {
        var (current, context) = (request.Case, request.Context);
        var parts = new ReviewParts(current, request.Policy, context) { Concentration = request.State.Concentration };
        return new(
            parts.Title,
            parts.Small,
            problem,
            parts.TierWhy,
            parts.Due,
            parts.Purpose,
            parts.From,
            [.. News(request, decides)],
            [.. parts.Details],
            [.. OpenPoints(request)],
            [.. Checks(request), .. ConcentrationTexts.Lines(request).Select(line => new LabelledText(line))],
            Details(request),
            decides ? [.. Fields(request, wrong).Select(field => field.Id == wrong ? field with { Error = problem } : field)] : [],
            IfApproved(request),
            decides ? request.Say("deciding.foot") : ""
        )
        {
            Plain = parts.Plain,
            Badge = parts.Badge,
            Agreements = [.. Agreements(request)],
            Refused = [.. EarlierCases.Refused(request)],
            More = decides ? [.. DecisionFields.Optional(request).Where(field => field.Id != wrong)] : [],
            Stamp = CardStamp.OfCase(current.Id, request.SlotId, current.ContentVersion),
            Buttons = [.. decides ? DecidingButtons.Of(request) : DecidingButtons.Waiting(request)],
        };
    }

    /// <summary>What a yes needs, and what is wrong with it.</summary>
    private static IEnumerable<Field> Fields(CaseRequest request, string wrong) =>
        DecisionFields.Needed(request).Concat(DecisionFields.Optional(request).Where(field => field.Id == wrong));

    /// <summary>What nobody needs who decides an ordinary request, and everybody can open.</summary>
    internal static IReadOnlyList<Section> Details(CaseRequest request) =>
        Sections.WithAny([
            Sections.Earlier(request),
            .. request.Quorum.SeatFor(request.Actor.Id) is not null || request.Quorum.Reviews(request.Actor.Id)
                ? Sections.ForDeciding(request.Case, request.Policy, request.Context)
                : Sections.All(request.Case, request.Policy, request.Context),
            Sections.SameType(request),
        ]);

    /// <summary>What a decision is about, for a form that was written while it changed: what changed first.</summary>
    public static IEnumerable<LabelledText> AsItIs(CaseRequest request)
    {
        var parts = new ReviewParts(request.Case, request.Policy, request.Context);
        return
        [
            .. ChangedAnswers.Lines(request).Select(change => new LabelledText(change)),
            new(parts.Tier),
            .. parts.Details,
            .. OpenPoints(request).Select(point => new LabelledText(point.Text, point.Title)),
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
        foreach (var accepts in decides ? AcceptsChanges(request) : [])
            yield return accepts;
        if (!Owners.CanBeNotified(current.Owner))
            yield return request.Say("deciding.owner_unknown", ("owner", current.Owner.Name));
        foreach (var condition in current.Conditions)
            yield return request.Say("deciding.condition_set", ("text", condition.Text), ("name", condition.SetBy.Name));
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

    /// <summary>What Legal's yes does beside the decision, and what it doesn't.</summary>
    private static IEnumerable<string> AcceptsChanges(CaseRequest request)
    {
        var seat = request.Quorum.SeatFor(request.Actor.Id);
        if (Titles(AcceptedWithYes.Accepted(request, seat)) is { Length: > 0 } accepted)
            yield return request.Say("deciding.accepts_changes", ("clauses", accepted));
        if (Titles(AcceptedWithYes.LeftOut(request, seat)) is { Length: > 0 } left)
            yield return request.Say("deciding.accepts_apart", ("clauses", left));
    }

    private static string Titles(IEnumerable<ClauseLine> lines) => string.Join(", ", lines.Select(line => line.Clause.Title));

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

    /// <summary>Those that would change the tier first.</summary>
    private static IEnumerable<CardRow> OpenPoints(CaseRequest request)
    {
        var settles = request.Quorum.Reviews(request.Actor.Id) ? new Button(request.Say("button.settle_row"), Verbs.Settle) : null;
        var open = request.Case.Assessment.OpenPoints;
        foreach (
            var (id, ifs) in open.Select(id => (id, ifs: WhatIf.Of(request, id))).OrderBy(point => point.ifs.Count == 0).Take(MostPoints)
        )
            yield return new(
                request.Policy.Question(id).Prompt,
                string.Join(' ', [request.Say("deciding.open_point", ("requester", request.Case.Requester.FirstName)), .. ifs]),
                settles
            );
        if (open.Count > MostPoints)
            yield return new(
                "",
                request.Say("deciding.more_points", ("questions", CaseTexts.Questions(open.Skip(MostPoints), request.Policy)))
            );
    }

    private static IEnumerable<LabelledText> Checks(CaseRequest request) =>
        request
            .Case.Assessment.Checks.Select(raised => (raised, check: request.Policy.Checks.FirstOrDefault(check => check.Id == raised.Id)))
            .Where(pair => pair.check?.ToReviewer is { Length: > 0 })
            .Select(pair => new LabelledText(Texts.Fill(pair.check!.ToReviewer!, ("match", pair.raised.Match ?? "")), pair.raised.Id))
            .Concat(
                request
                    .Policy.Flags.Where(flag =>
                        request.Case.Assessment.Flags.Contains(flag.Id) && flag.ToReviewer is not null && !SaysOpenPoints(flag)
                    )
                    .Select(flag => new LabelledText(flag.ToReviewer!))
            );

    /// <summary>In general, what the card says of each open point.</summary>
    private static bool SaysOpenPoints(FlagRule flag) => flag.When is PolicyCondition.Holds { DerivedFact: "open_points" };

    private static string IfApproved(CaseRequest request) =>
        request.Say(
            "deciding.if_approved",
            ("data", CaseTexts.Data(request.Case.Answers.Picked("data"), request.Policy)),
            ("month", Dates.Month(request.Context.Calendar.Today(request.Now).AddMonths(request.Case.Assessment.ReviewMonths)))
        );

    /// <summary>A row, because six buttons stand there already; each of the two lists leads to the other.</summary>
    private static IEnumerable<CardRow> Agreements(CaseRequest request) =>
        ClauseRights
            .Buttons(request.Case, request.Context.Wording)
            .Concat(EvidenceCards.Offer(request.Case, request.Context.Wording))
            .Take(1)
            .Select(button => new CardRow(
                request.Say("list.group_Agreements"),
                UseGapTexts.Progress(request.Case, request.Context),
                new(request.Say("button.open"), button.Verb)
            ));
}
