namespace SupplierBot.Onboarding;

/// <summary>The life of a condition: set with a yes, reported done by its owner with proof, confirmed by an approver.</summary>
internal static class Conditioning
{
    /// <summary>What was set before and what is set now, each once; an open contract is a condition of its own.</summary>
    public static IReadOnlyList<ApprovalCondition> Together(Hearing hearing, IReadOnlyList<WantedCondition> wanted, ContractTerms terms)
    {
        var all = hearing.Case.Conditions.ToList();
        var contract = new WantedCondition(hearing.Say("condition.contract"), null, hearing.Case.Owner, "");
        foreach (var condition in terms == ContractTerms.Open ? wanted.Append(contract) : wanted)
        {
            if (all.Exists(other => other.Text == condition.Text && other.Due == condition.Due)) continue;
            all.Add(new(all.Count + 1, condition.Text, condition.Due, condition.Owner, ConditionState.Open, "", hearing.Actor.Person, null, null));
        }
        return all;
    }

    public static Outcome Done(Hearing hearing)
    {
        if (Find(hearing, ConditionState.Open) is not { } condition) return NotThere(hearing);
        if (!MayReport(hearing, condition)) return hearing.Refuse("refusal.condition_owner", ("name", condition.Owner.Name));
        var proof = hearing.Typed("proof_text");
        if (proof.Length == 0 && !hearing.Press.Values.ContainsKey("proof_text")) return Outcome.Say(Forms.Done(hearing, condition, ""));
        return Lengths.Problem(proof, hearing) is { Length: > 0 } problem ? Outcome.Say(Forms.Done(hearing, condition, problem)) : Reported(hearing, condition, proof);
    }

    public static Outcome Confirm(Hearing hearing)
    {
        if (!hearing.Case.IsApproved) return Rights.Closed(hearing) ?? hearing.Refuse("confirm.nothing");
        if (Rights.Oversees(hearing) is { } refused) return refused;
        if (Find(hearing, ConditionState.Reported) is not { } condition) return hearing.Refuse("confirm.nothing");
        return Rights.Confirms(hearing, condition.ReportedBy) ?? Confirmed(hearing, condition);
    }

    /// <summary>Its owner; where the owner is only a name, whoever asked.</summary>
    public static bool MayReport(Hearing hearing, ApprovalCondition condition) =>
        hearing.Roles.Same(condition.Owner.Id, hearing.Actor.Id) || (!Owners.CanBeTold(condition.Owner) && hearing.IsRequester);

    private static Outcome NotThere(Hearing hearing) => hearing.Case.IsApproved ? hearing.Refuse("done.nothing") : Rights.Closed(hearing) ?? hearing.Refuse("done.nothing");

    private static ApprovalCondition? Find(Hearing hearing, ConditionState state)
    {
        if (!hearing.Case.IsApproved) return null;
        var fitting = hearing.Case.Conditions.Where(condition => condition.State == state).ToList();
        return hearing.Press.Target.Length == 0
            ? fitting.Find(condition => state == ConditionState.Reported || MayReport(hearing, condition)) ?? fitting.FirstOrDefault()
            : fitting.Find(condition => CaseWords.Number(condition.Number) == hearing.Press.Target);
    }

    private static Outcome Reported(Hearing hearing, ApprovalCondition condition, string proof)
    {
        var after = With(hearing.Case, condition with { State = ConditionState.Reported, Proof = proof, ReportedBy = hearing.Actor.Person })
            .Tell(ToldKind.ConditionReported, condition.Number, condition.SetBy);
        var story = hearing.Say("story.condition_reported", ("name", hearing.Actor.Person.Name), ("n", CaseWords.Number(condition.Number)));
        var fact = hearing.Fact(FactKind.ConditionReported, proof, ("number", CaseWords.Number(condition.Number)));
        return hearing.Accept(after, fact, story, $"done-{hearing.Case.Id}-{condition.Number}", heard => CaseViews.For(heard, heard.Say("done.thanks", ("name", condition.SetBy.Name))));
    }

    private static Outcome Confirmed(Hearing hearing, ApprovalCondition condition)
    {
        var before = Register.StatusOf(hearing.Case);
        var confirmed = With(hearing.Case, condition with { State = ConditionState.Confirmed, ConfirmedBy = hearing.Actor.Person });
        var usable = before == EntryStatus.Onboarding && Register.StatusOf(confirmed) != EntryStatus.Onboarding;
        var after = usable ? confirmed.Tell(ToldKind.Usable, confirmed.ContentVersion, confirmed.Affected()) : confirmed;
        var story = hearing.Say("story.condition_confirmed", ("name", hearing.Actor.Person.Name), ("n", CaseWords.Number(condition.Number)));
        var fact = hearing.Fact(FactKind.ConditionConfirmed, "", ("number", CaseWords.Number(condition.Number)));
        return hearing.Accept(after, fact, story, $"confirm-{hearing.Case.Id}-{condition.Number}", hearing.Say("confirm.thanks"));
    }

    private static Case With(Case current, ApprovalCondition changed) =>
        current with { Conditions = [.. current.Conditions.Select(condition => condition.Number == changed.Number ? changed : condition)] };
}
