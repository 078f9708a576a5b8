namespace SupplierBot.Onboarding;

/// <summary>Answers changed after sending: assessed anew at once, and whatever was approved before is void (policy.md §4, I12).</summary>
internal static class Reassessment
{
    public static Case With(Hearing hearing, Answers answers)
    {
        var current = hearing.Case;
        var assessment = Assessor.Assess(hearing.Policy, answers);
        var after = current with
        {
            Answers = answers,
            Assessment = assessment,
            PolicyHash = hearing.Policy.Hash,
            PolicyApproval = Submission.Approval(hearing.Policy),
            ContentVersion = current.ContentVersion + 1,
            Owner = answers.One("owner") == current.Answers.One("owner") ? current.Owner : Owners.Of(answers, current.Requester, hearing.Context),
            Approvals = [],
            Conditions = [],
            Overdue = [],
            Changes = [.. current.Changes, .. Changes(current.Answers, answers, hearing.Actor.Person, hearing.Now)],
        };
        return Told(hearing, Redated(hearing, after)).TellTooFew(hearing.Context);
    }

    /// <summary>What an approver found out stays, unless the requester now says something definite.</summary>
    public static Answers KeepSettled(Case current, Answers answers) => current.Settlements
        .Where(settled => answers.Has(settled.Question, "not_sure") && !current.Answers.Has(settled.Question, "not_sure"))
        .Aggregate(answers, (kept, settled) => kept.With(settled.Question, current.Answers.Picked(settled.Question).AsSpan()));

    /// <summary>Question ids with the choices before and after; texts only say that they changed.</summary>
    public static IEnumerable<(string Name, string Value)> Details(Case before, Case after, Policy policy, Roles roles) =>
        Differing(before.Answers, after.Answers)
            .Select(id => (id, IsChoice(policy, id) ? $"{Joined(before.Answers, id)} > {Joined(after.Answers, id)}" : "changed"))
            .Append(("tier", after.Assessment.Tier.ToString()))
            .Append(("content", Digest.Of(after, policy)))
            .Concat(Deviations.Details(after, roles));

    /// <summary>What it came to, for the person who did it.</summary>
    public static string Words(Hearing hearing, Case after) =>
        after.Assessment.Tier == hearing.Case.Assessment.Tier
            ? hearing.Say("receipt.changed")
            : hearing.Say("told.tier_changed", ("tier", CaseWords.Tier(after, hearing.Context)), ("n", CaseWords.Number(Quorum.Of(after, hearing.Roles).Needed)), ("due", Dates.Day(after.DueAt, hearing.Context)));

    private static Case Redated(Hearing hearing, Case after) => after.Assessment.Tier == hearing.Case.Assessment.Tier
        ? after
        : after with { DueAt = hearing.Context.Calendar.DueAfter(hearing.Now, hearing.Policy.TierLine(after.Assessment.Tier).WorkingDays) };

    private static Case Told(Hearing hearing, Case after)
    {
        var tier = after.Assessment.Tier == hearing.Case.Assessment.Tier ? after : after.Tell(ToldKind.TierChanged, after.ContentVersion, after.Requester);
        return after.Owner.Id == hearing.Case.Owner.Id || after.Owner.Id == after.Requester.Id ? tier : tier.Tell(ToldKind.OwnerNamed, after.ContentVersion, after.Owner);
    }

    public static IEnumerable<AnswerChange> Changes(Answers before, Answers after, Person by, DateTimeOffset at) => Differing(before, after)
        .Select(id => new AnswerChange(id, before.Picked(id), after.Picked(id), by, at));

    private static IEnumerable<string> Differing(Answers before, Answers after) =>
        before.Ids.Union(after.Ids).Order(StringComparer.Ordinal).Where(id => !before.Picked(id).SequenceEqual(after.Picked(id), StringComparer.Ordinal));

    private static bool IsChoice(Policy policy, string id) => policy.Questions.Any(question => question.Id == id && question.IsChoice);

    private static string Joined(Answers answers, string id) => string.Join(',', answers.Picked(id));
}
