namespace SupplierBot.Onboarding;

/// <summary>Everything a decision needs on one card; without inputs and buttons for those who only read.</summary>
internal static class DecidingCard
{
    public static View.Deciding Show(Hearing hearing, string problem, bool decides)
    {
        var (current, context) = (hearing.Case, hearing.Context);
        var parts = new ReviewParts(current, hearing.Policy, context);
        return new(
            parts.Title, parts.Small, problem, parts.Tier, parts.Due, parts.Purpose, parts.From,
            [.. News(hearing, decides)],
            [.. parts.Facts, .. Known(hearing)],
            parts.Why,
            [.. OpenPoints(hearing)],
            [.. Checks(hearing)],
            decides || hearing.Quorum.Reviews(hearing.Actor.Id) ? Folds.ForDeciding(current, hearing.Policy, context) : Folds.All(current, hearing.Policy, context),
            decides ? [.. DecisionFields.Of(hearing)] : [],
            IfApproved(hearing),
            decides ? hearing.Say("deciding.foot") : "")
        {
            Plain = parts.Plain,
            Refused = [.. EarlierCases.Refused(hearing)],
            Earlier = [.. EarlierCases.Others(hearing)],
            Stamp = Stamp.OfCase(current.Id, hearing.SlotId, current.ContentVersion),
            Buttons = decides ? [.. Buttons(hearing)] : [.. Waiting(hearing)],
        };
    }

    /// <summary>What a decision is about, for a form that was written while it changed: what changed first.</summary>
    public static IEnumerable<Line> AsItIs(Hearing hearing)
    {
        var parts = new ReviewParts(hearing.Case, hearing.Policy, hearing.Context);
        return [.. ChangedAnswers.Lines(hearing).Select(change => new Line(change)), new(parts.Tier), .. parts.Facts, .. OpenPoints(hearing)];
    }

    private static IEnumerable<string> News(Hearing hearing, bool decides)
    {
        var (current, context) = (hearing.Case, hearing.Context);
        if (current.Renewal is { } renewal) yield return Reviewed(hearing, renewal);
        // What is different stands in the changes that follow.
        if (current is { Renewal: null, FollowsCase: { } before }) yield return hearing.Say(current.Changes.Count > 0 ? "deciding.follows" : "deciding.follows_same", ("case", before));
        foreach (var change in ChangedAnswers.Lines(hearing)) yield return change;
        foreach (var approval in current.Approvals) yield return SaidYes(hearing, approval, decides);
        if (!Owners.CanBeTold(current.Owner)) yield return hearing.Say("deciding.owner_unknown", ("owner", current.Owner.Name));
        foreach (var condition in current.Conditions) yield return hearing.Say("deciding.condition_set", ("text", condition.Text), ("name", condition.SetBy.Name));
        if (Reviewing.Current(current, context) is { } claim) yield return hearing.Say("deciding.claimed", ("name", claim.By.Name), ("at", Dates.Time(claim.At, context)));
        foreach (var enquiry in current.Enquiries.TakeLast(5)) yield return Asked(hearing, enquiry);
        foreach (var deviation in Deviations.Now(current, context)) yield return deviation;
        foreach (var conflict in hearing.Quorum.Appointed) yield return hearing.Say($"deciding.{CaseWords.HandedOn(conflict)}", ("name", conflict.Holder.Name), ("giver", conflict.Through!.By.Name));
        if (!hearing.Quorum.Possible) yield return hearing.Say("refusal.too_few", ("n", CaseWords.Number(hearing.Quorum.Needed)), ("m", CaseWords.Number(hearing.Quorum.Fillable)), ("ciso", CaseWords.Names(hearing.Roles.Admins, context)));
    }

    /// <summary>Why it is looked at again, and what that means for the approval.</summary>
    private static string Reviewed(Hearing hearing, Renewal renewal)
    {
        var why = renewal.Triggers.Count == 0
            ? hearing.Say("deciding.review_calendar")
            : string.Join(", ", hearing.Policy.Triggers.Where(trigger => renewal.Triggers.Contains(trigger.Id)).Select(trigger => ChangeTriggers.Words(trigger, hearing.Context)));
        var said = renewal.Words.Length > 0 ? " " + hearing.Say("words.quoted", ("text", renewal.Words)) : "";
        var replaced = ChangedAnswers.Replaced(hearing.Case, hearing.Policy);
        var key = replaced.Length > 0 ? "deciding.review_other" : Renewals.Confirms(hearing.Case) ? "deciding.review_same" : "deciding.review_anew";
        return hearing.Say(key, ("entry", hearing.Case.EntryId), ("why", why + said), ("supplier", replaced));
    }

    /// <summary>Only who may decide now is told that it is their turn; others read who is awaited.</summary>
    private static string SaidYes(Hearing hearing, Approval approval, bool decides) => hearing.Say(
        (approval.WithConditions ? "deciding.said_yes_conditions" : "deciding.said_yes") + (decides ? "" : "_waits"),
        ("name", approval.By.Name), ("day", Dates.Day(approval.At, hearing.Context)), ("names", Rights.Deciders(hearing)));

    private static string Asked(Hearing hearing, Enquiry enquiry) => enquiry.Waiting
        ? hearing.Say("deciding.asked", ("name", enquiry.By.Name), ("question", enquiry.Text))
        : hearing.Say("deciding.answered", ("name", enquiry.AnsweredBy!.Name), ("question", enquiry.Text), ("answer", enquiry.Answer.Length > 0 ? enquiry.Answer : hearing.Say("deciding.answered_by_choice")));

    private static IEnumerable<Line> Known(Hearing hearing)
    {
        if (hearing.Desk.SameType.Count > 0) yield return new(hearing.Say("deciding.same_type", ("n", CaseWords.Counted(hearing.Desk.SameType.Count + hearing.Desk.SameTypeMore)), ("names", string.Join(", ", hearing.Desk.SameType.Take(3).Select(entry => entry.Supplier)))), hearing.Say("deciding.known"));
    }

    private static IEnumerable<Line> OpenPoints(Hearing hearing)
    {
        foreach (var id in hearing.Case.Assessment.OpenPoints) yield return new(hearing.Policy.Question(id).Prompt, hearing.Policy.Question(id).Label);
        foreach (var line in WhatIf.Lines(hearing)) yield return new(line);
    }

    private static IEnumerable<Line> Checks(Hearing hearing) => hearing.Case.Assessment.Checks
        .Select(raised => (raised, check: hearing.Policy.Checks.FirstOrDefault(check => check.Id == raised.Id)))
        .Where(pair => pair.check?.ToReviewer is { Length: > 0 })
        .Select(pair => new Line(Texts.Fill(pair.check!.ToReviewer!, ("match", pair.raised.Match ?? "")), pair.raised.Id));

    private static string IfApproved(Hearing hearing) => hearing.Say(
        "deciding.if_approved",
        ("entry", hearing.Case.EntryId),
        ("data", CaseWords.Data(hearing.Case.Answers.Picked("data"), hearing.Policy)),
        ("owner", hearing.Case.Owner.Name),
        ("month", Dates.Month(hearing.Context.Calendar.Today(hearing.Now).AddMonths(hearing.Case.Assessment.ReviewMonths))));

    /// <summary>For a reviewer whose turn it is not: questions and findings help already, and who said yes can still say no.</summary>
    private static IEnumerable<Button> Waiting(Hearing hearing)
    {
        if (!hearing.Case.IsOpen || !hearing.Quorum.Reviews(hearing.Actor.Id)) yield break;
        yield return new(hearing.Say("button.ask"), "ask");
        if (hearing.Case.Assessment.OpenPoints.Count > 0) yield return new(hearing.Say("button.settle"), "settle");
        if (hearing.Quorum.SaidYes(hearing.Actor.Id)) yield return new(hearing.Say("button.reject"), "reject", Style: ButtonStyle.Danger, OpensForm: true);
    }

    private static IEnumerable<Button> Buttons(Hearing hearing)
    {
        var review = hearing.Case.Renewal is not null;
        yield return new(hearing.Say(review ? "button.satisfactory" : "button.approve"), "approve", Style: ButtonStyle.Main, Checks: true);
        yield return new(hearing.Say(review ? "button.concerns" : "button.approve_conditions"), "approve_conditions", Checks: true, OpensForm: true);
        yield return new(hearing.Say("button.ask"), "ask");
        if (hearing.Case.Assessment.OpenPoints.Count > 0) yield return new(hearing.Say("button.settle"), "settle");
        yield return new(hearing.Say(review ? "button.unsatisfactory" : "button.reject"), "reject", Style: ButtonStyle.Danger, OpensForm: true);
        if (Reviewing.Current(hearing.Case, hearing.Context) is null) yield return new(hearing.Say("button.claim"), "claim");
    }
}
