using System.Globalization;

namespace SupplierBot.Onboarding;

/// <summary>A complete draft becomes a case with its register line, or changes the case it edits.</summary>
public static class Submission
{
    /// <param name="answers">Complete, as <c>Interview.Replay</c> gave them.</param>
    public static Outcome Send(Draft draft, Answers answers, Desk desk, Actor actor, Policy policy, Context context) =>
        draft.EditsCase is null ? New(draft, answers, desk, actor, policy, context) : Changed(draft, answers, desk, actor, policy, context);

    private static Outcome New(Draft draft, Answers answers, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (Renewing.Overtaken(draft, desk, context) is { } overtaken) return overtaken;
        var opened = Opened(draft, answers, desk, actor.Person, policy, context) with { Zone = actor.Zone };
        var sent = new Fact(FactKind.Submitted, actor.Id, context.Now, [.. Details(opened, policy, context.Roles), .. Renewing.Details(opened)]);
        var (recorded, facts) = Recording.Of(null, opened, [sent, .. MainTypeChanged(opened, policy, context)], [context.Wording.Fill(draft.Renews is null ? "story.submitted" : "story.submitted_review", ("name", actor.Person.Name))], policy, context);
        return new()
        {
            Answer = ReceiptCard.Show(recorded, "", policy, context with { Queue = desk.Cases.Count(line => line.DueAt < recorded.DueAt) }),
            Draft = new DraftChange.Delete(draft.Id),
            Case = recorded,
            Facts = facts,
            Entry = Register.After(null, recorded, SameLine(draft, answers, desk), context.Now),
            Operation = $"create-{draft.Id}",
        };
    }

    private static Case Opened(Draft draft, Answers answers, Desk desk, Person requester, Policy policy, Context context)
    {
        var assessment = Assessor.Assess(policy, answers);
        var opened = new Case
        {
            Id = context.NextCaseId,
            Version = 0,
            ContentVersion = 1,
            Status = CaseStatus.InReview,
            Requester = requester,
            Owner = desk.Before?.Owner is { } kept && draft.Renews is not null && answers.One("owner") == kept.Name ? kept : Owners.Of(answers, requester, context),
            Answers = answers,
            Assessment = assessment,
            PolicyHash = policy.Hash,
            PolicyApproval = Approval(policy),
            SubmittedAt = context.Now,
            DueAt = context.Calendar.DueAfter(context.Now, policy.TierLine(assessment.Tier).WorkingDays),
            EntryId = SameLine(draft, answers, desk)?.Id ?? context.NextEntryId,
            FollowsCase = draft.FollowsCase,
            Renewal = draft.Renews,
            Changes = desk.Before is { } followed && followed.Id == draft.FollowsCase ? [.. Reassessment.Changes(followed.Answers, answers, requester, context.Now)] : [],
            Deviations = [.. Deviations.OfSeats(assessment, context)],
            FactCount = 0,
            ChainHead = Chain.Start,
        };
        var told = opened.Owner.Id == requester.Id ? opened : opened.Tell(ToldKind.OwnerNamed, 1, opened.Owner);
        return told.TellTooFew(context);
    }

    internal static string Approval(Policy policy) => $"{policy.ApprovedBy}, {policy.ApprovedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Asking again for the same service takes its line up again; any other use of a supplier is a line of its own.</summary>
    private static RegisterEntry? SameLine(Draft draft, Answers answers, Desk desk) =>
        draft.Renews is not null ? desk.Entry
        : draft.FollowsCase is { } before && desk.Entry is { Status: EntryStatus.NotApproved } entry && entry.CaseId == before
        && SupplierNames.Identity(entry.Supplier) == SupplierNames.Identity(answers.One("name") ?? "")
        && SupplierNames.Identity(entry.Service) == SupplierNames.Identity(answers.One("service") ?? "")
            ? entry
            : null;

    private static Outcome Changed(Draft draft, Answers answers, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (desk.Case is not { } current || current.Id != draft.EditsCase || actor.Id != current.Requester.Id) return Refusals.UnknownCase(draft.EditsCase ?? "", context);
        var press = new Input.Pressed("submit", "", Stamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion), new Dictionary<string, string>(), false);
        var hearing = new Hearing(current, press, actor, desk, policy, context);
        if (Rights.Closed(hearing) is { } closed) return closed;
        var merged = Reassessment.KeepSettled(current, answers);
        if (merged.SameAs(current.Answers)) return hearing.Refuse("receipt.unchanged") with { Draft = new DraftChange.Delete(draft.Id) };
        var after = Reassessment.With(hearing, merged);
        var fact = hearing.Fact(FactKind.Edited, "", [.. Reassessment.Details(current, after, policy, hearing.Roles)]);
        var edited = hearing.Accept(after, fact, hearing.Say("story.edited", ("name", actor.Person.Name)), $"edit-{current.Id}-{draft.Id}", Reassessment.Words(hearing, after));
        return edited.Case is null ? edited : edited with { Draft = new DraftChange.Delete(draft.Id) };
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Details(Case opened, Policy policy, Roles roles) =>
    [
        new("entry", opened.EntryId),
        new("follows", opened.FollowsCase ?? ""),
        new("owner", Owners.CanBeTold(opened.Owner) ? opened.Owner.Id.Value : "typed"),
        new("tier", opened.Assessment.Tier.ToString()),
        new("score", opened.Assessment.Score.ToString(CultureInfo.InvariantCulture)),
        new("policy", opened.PolicyHash),
        new("content", Digest.Of(opened, policy)),
        .. Deviations.Details(opened, roles).Select(detail => new KeyValuePair<string, string>(detail.Name, detail.Value)),
    ];

    private static IEnumerable<Fact> MainTypeChanged(Case opened, Policy policy, Context context)
    {
        if (!opened.Answers.Answered("main")) yield break;
        var suggested = Assessor.Assess(policy, opened.Answers.Without("main")).Type;
        if (suggested == opened.Assessment.Type) yield break;
        yield return new(FactKind.MainTypeChanged, opened.Requester.Id, context.Now, [new("from", suggested), new("to", opened.Assessment.Type)]);
    }
}
