namespace SupplierBot.Onboarding;

/// <summary>A yes, plain or with conditions. The last one that was needed decides; together they add up to the union of the conditions.</summary>
internal static class Approving
{
    public static Outcome Plainly(Hearing hearing)
    {
        if (Rights.Decides(hearing) is { } refused) return refused;
        if (hearing.Press.Picked("suggested").Count > 0) return Outcome.Say(Forms.Conditions(hearing, hearing.Say("approve.ticked")));
        if (Blocking(hearing) is { Count: > 0 } open) return hearing.Refuse("refusal.open_points", ("question", CaseWords.Questions(open, hearing.Policy)));
        if (Terms(hearing) is not { } terms) return hearing.Refuse("approve.terms_missing");
        return Reference(hearing) is { Length: > 0 } problem ? hearing.Show(problem) : Approved(hearing, terms, [], withConditions: false);
    }

    public static Outcome WithConditions(Hearing hearing)
    {
        if (Rights.Decides(hearing) is { } refused) return Forms.Anew(hearing, Rights.Decides, Forms.Conditions) ?? refused;
        var wanted = ConditionForm.Read(hearing);
        if (wanted.Count == 0 && !hearing.FromForm) return Outcome.Say(Forms.Conditions(hearing, ""));
        if (wanted.Count == 0) return Outcome.Say(Forms.Conditions(hearing, Lengths.Problem("", hearing)));
        if (wanted.FirstOrDefault(condition => condition.Problem.Length > 0) is { } wrong) return Outcome.Say(Forms.Conditions(hearing, wrong.Problem));
        if (Terms(hearing) is not { } terms) return Outcome.Say(Forms.Conditions(hearing, hearing.Say("approve.terms_missing")));
        return Reference(hearing) is { Length: > 0 } problem ? Outcome.Say(Forms.Conditions(hearing, problem)) : Approved(hearing, terms, wanted, withConditions: true);
    }

    /// <summary>Open points that a plain yes may not pass over: any at High and above; training on information that matters, at every tier.</summary>
    public static IReadOnlyList<string> Blocking(Hearing hearing)
    {
        var assessment = hearing.Case.Assessment;
        if (assessment.Tier >= Tier.High) return assessment.OpenPoints;
        return assessment.OpenPoints.Contains("training") && Facts.Of(hearing.Policy, hearing.Case.Answers).Sensitivity >= 2 ? ["training"] : [];
    }

    /// <summary>Nothing to sign is as good as agreed.</summary>
    private static ContractTerms? Terms(Hearing hearing) => hearing.Typed("terms") switch
    {
        "agreed" => ContractTerms.Agreed,
        "covered" => ContractTerms.Covered,
        "open" => ContractTerms.Open,
        _ => Forms.AsksForTerms(hearing.Case) ? null : ContractTerms.Agreed,
    };

    /// <summary>What is wrong with the name of the contract; empty where nothing is.</summary>
    private static string Reference(Hearing hearing) => hearing.Typed("terms_ref").Length is var length && length > DecisionFields.LongestReference
        ? hearing.Say("approve.reference_too_long", ("label", hearing.Say("deciding.terms_ref")), ("n", CaseWords.Number(length)), ("max", CaseWords.Number(DecisionFields.LongestReference)))
        : "";

    private static Outcome Approved(Hearing hearing, ContractTerms terms, IReadOnlyList<WantedCondition> wanted, bool withConditions)
    {
        var current = hearing.Case;
        var seat = hearing.Quorum.SeatFor(hearing.Actor.Id)!;
        var approval = new Approval(hearing.Actor.Person, seat.Role, hearing.Now, withConditions, terms, hearing.Typed("terms_ref"), Seen(hearing), Texts.Clip(hearing.Typed("comment"), Lengths.Most))
        {
            InPlaceOf = InPlaceOf(hearing, seat),
        };
        var after = Counted(hearing, current with
        {
            Approvals = [.. current.Approvals, approval],
            Conditions = Conditioning.Together(hearing, wanted, terms),
            Deviations = [.. current.Deviations, .. Deviations.OfYes(hearing, seat)],
        });
        var story = hearing.Say(withConditions ? "story.approved_conditions" : "story.approved", ("name", hearing.Actor.Person.Name));
        return hearing.Accept(after, Fact(hearing, seat, approval, wanted), story, $"approve-{current.Id}-c{current.ContentVersion}-{hearing.Actor.Id}", heard => Answer(heard));
    }

    private static IReadOnlyList<PersonId>? InPlaceOf(Hearing hearing, Seat seat) =>
        hearing.Quorum.PartFor(seat, hearing.Actor.Id)?.Through.Where(giver => giver.IsAway).Select(giver => giver.By.Id).ToList() is { Count: > 0 } away ? away : null;

    private static Case Counted(Hearing hearing, Case after)
    {
        if (!Quorum.Of(after, hearing.Roles).Full) return after;
        after = Renewals.WithWhatIsOpen(after, hearing.Desk.Before);
        after = after with { Deviations = Deviations.Now(after, hearing.Context) };
        var outcome = after.Conditions.Count > 0 ? CaseStatus.ApprovedWithConditions : CaseStatus.Approved;
        return (after with
        {
            Status = outcome,
            Decision = new(outcome, hearing.Actor.Person, hearing.Now, after.Approvals[^1].Comment),
        }).Tell(ToldKind.Approved, after.ContentVersion, after.Affected().Concat(after.Conditions.Select(condition => condition.Owner)));
    }

    private static View Answer(Hearing hearing) => hearing.Case.IsOpen
        ? DecidingCard.Show(hearing, hearing.Say("approve.one_more", ("names", Rights.Deciders(hearing))), decides: false)
        : Reviewing.Confirmation(hearing);

    private static Fact Fact(Hearing hearing, Seat seat, Approval approval, IReadOnlyList<WantedCondition> wanted) => hearing.Fact(
        approval.WithConditions ? FactKind.ApprovedWithConditions : FactKind.Approved,
        string.Join('\n', [approval.TermsReference, approval.Comment, .. wanted.Select(condition => condition.Text)]).Trim(),
        [
            ("role", approval.Role),
            ("content", Digest.Of(hearing.Case, hearing.Policy)),
            ("terms", approval.Terms.ToString()),
            ("seen", string.Join(',', approval.Seen)),
            ("conditions", CaseWords.Number(wanted.Count)),
            .. Deviations.DetailsOfYes(hearing, seat, approval),
        ]);

    private static IReadOnlyList<string> Seen(Hearing hearing) =>
        [.. hearing.Press.Picked("seen").Where(id => hearing.Case.Assessment.Evidence.Any(evidence => evidence.Id == id)).Distinct()];
}
