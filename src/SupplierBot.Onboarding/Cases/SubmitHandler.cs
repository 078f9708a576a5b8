using System.Globalization;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Risk;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>A complete draft becomes a case with its register entry, or changes the case it edits.</summary>
public static class SubmitHandler
{
    /// <param name="answers">Complete, as <c>Interview.Replay</c> gave them.</param>
    public static Outcome Send(Draft draft, Answers answers, TurnState state, Actor actor, Policy policy, Context context) =>
        draft.EditsCase is null
            ? New(draft, answers, state, actor, policy, context)
            : Changed(draft, answers, state, actor, policy, context);

    private static Outcome New(Draft draft, Answers answers, TurnState state, Actor actor, Policy policy, Context context)
    {
        if ((StartReviewHandler.Overtaken(draft, state, context) ?? FirstAssessment.Overtaken(draft, state, context)) is { } overtaken)
            return overtaken;
        var opened = Opened(draft, answers, state, actor.Person, policy, context) with { Zone = actor.Zone };
        var reason = opened.TierChange?.Reason ?? "";
        var salt = reason.Length == 0 ? "" : $"{opened.Id}-{context.NewId}";
        var sent = new AuditEvent(
            AuditEventKind.Submitted,
            actor.Id,
            context.Now,
            [
                .. Details(opened, policy, context.Roles),
                .. StartReviewHandler.Details(opened),
                .. ReplayedTier.Details(opened.TierChange, HashChain.Salted(salt, reason)),
            ],
            reason,
            salt
        );
        var (recorded, events) = CaseRecorder.Of(
            null,
            opened,
            [sent, .. MainTypeChanged(opened, policy, context)],
            [
                context.StoredWording.Fill(
                    draft.ReviewOrigin is null ? "story.submitted" : "story.submitted_review",
                    ("name", actor.Person.Name)
                ),
            ],
            policy,
            context
        );
        var outcome = new Outcome
        {
            Answer = ReceiptCard.Show(
                recorded,
                "",
                policy,
                context with
                {
                    Queue = state.Cases.Count(line => line.DueAt < recorded.DueAt),
                }
            ),
            Draft = new DraftChange.Delete(draft.Id),
            Case = recorded,
            Events = events,
            Entry = RegisterUpdate.After(null, recorded, SameEntry(draft, answers, state), context.Now),
            Operation = OperationKeys.Create(draft.Id),
        };
        return UndoWindow.OpenSent(outcome, draft, state, context);
    }

    private static Case Opened(Draft draft, Answers answers, TurnState state, Person requester, Policy policy, Context context)
    {
        var followed = state.Before is { } before && before.Id == draft.FollowsCase ? before : null;
        var tier = TierChanges.Carried(followed, Assessor.TierOf(policy, answers));
        var assessment = Reassessment.Of(policy, answers, tier, []);
        var numbers =
            context.Numbers
            ?? throw new InvalidOperationException("A draft was sent without the numbers for its case and its register entry.");
        var owner =
            state.Before?.Owner is { } kept && draft.ReviewOrigin is not null && answers.One("owner") == kept.Name
                ? kept
                : Owners.Of(answers, requester, context);
        var opened = new Case
        {
            Id = numbers.CaseId,
            Version = 0,
            ContentVersion = 1,
            Status = CaseStatus.InReview,
            Requester = requester,
            Owner = owner,
            FormerOwners = draft.ReviewOrigin is null ? [] : FormerOwners(state.Before, owner, context),
            Answers = answers,
            Assessment = assessment,
            TierChange = tier,
            Names = NamesOf(SameEntry(draft, answers, state), answers),
            PolicyHash = policy.Hash,
            PolicyApproval = Approval(policy),
            SubmittedAt = context.Now,
            DueAt = context.Calendar.DueAfter(context.Now, policy.DefinitionOf(assessment.Tier).WorkingDays),
            EntryId = SameEntry(draft, answers, state)?.Id ?? numbers.EntryId,
            FollowsCase = draft.FollowsCase,
            RefusedBefore = SameEntry(draft, answers, state) is { Status: EntryStatus.NotApproved },
            ReviewOrigin = draft.ReviewOrigin,
            Changes = followed is null ? [] : [.. AnswerRevision.Changes(followed.Answers, answers, requester, context.Now)],
            Deviations = [.. SeatDeviations.OfSeats(assessment, context)],
            EventCount = 0,
            ChainHead = HashChain.Start,
        };
        opened = ClauseLedger.Fitted(opened, policy, draft.ReviewOrigin is null ? null : state.Before);
        var notified = opened.Owner.Id == requester.Id ? opened : opened.Notify(NotificationKind.OwnerNamed, 1, opened.Owner);
        return notified.NotifyTooFew(context);
    }

    /// <summary>With who would hand it over by this very review.</summary>
    private static IReadOnlyList<FormerOwner> FormerOwners(Case? before, Person owner, Context context) =>
        before is null ? []
        : context.Roles.Same(before.Owner.Id, owner.Id) ? before.FormerOwners
        : [.. before.FormerOwners, new FormerOwner(before.Owner, context.Now)];

    /// <summary>A review may give the supplier another name, too.</summary>
    private static RecordedNames? NamesOf(RegisterEntry? line, Answers answers) =>
        line is null || SupplierNames.Same(line.Supplier, answers.One("name") ?? "")
            ? line?.Names
            : RecordedNames.Of(line.Aliases, [.. line.FormerNames, line.Supplier]);

    internal static string Approval(Policy policy) =>
        $"{policy.ApprovedBy}, {policy.ApprovedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Asking again for the same service takes its line up again; any other use of a supplier is a line of its own.</summary>
    private static RegisterEntry? SameEntry(Draft draft, Answers answers, TurnState state) =>
        draft.ReviewOrigin is not null || draft.OfEntry is not null ? state.Entry
        : draft.FollowsCase is { } before
        && state.Entry is { } entry
        && (entry.Status == EntryStatus.Legacy || (entry.Status.IsUnapproved() && entry.CaseId == before))
        && SupplierNames.Identity(entry.Supplier) == SupplierNames.Identity(answers.One("name") ?? "")
        && SupplierNames.Identity(entry.Service) == SupplierNames.Identity(answers.One("service") ?? "")
            ? entry
        : null;

    private static Outcome Changed(Draft draft, Answers answers, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (state.Case is not { } current || current.Id != draft.EditsCase || actor.Id != current.Requester.Id)
            return Refusals.UnknownCase(draft.EditsCase ?? "", context);
        var request = CaseRequest.Looking(current, actor, state, policy, context);
        if (Rights.Closed(request) is { } closed)
            return closed;
        var merged = AnswerRevision.KeepResolved(current, answers);
        if (merged.SameAs(current.Answers))
            return request.Refuse("receipt.unchanged") with { Draft = new DraftChange.Delete(draft.Id) };
        var after = AnswerRevision.With(request, merged);
        var auditEvent = request.Event(AuditEventKind.Edited, "", [.. AnswerRevision.Details(current, after, policy, request.Roles)]);
        var edited = request.Accept(
            after,
            auditEvent,
            request.SayStored("story.edited", ("name", actor.Person.Name)),
            $"edit-{current.Id}-{draft.Id}",
            AnswerRevision.Words(request, after)
        );
        return edited.Case is null
            ? edited
            : UndoWindow.Open(edited with { Draft = new DraftChange.Delete(draft.Id) }, UndoKind.Edited, request, draft);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Details(Case opened, Policy policy, RoleHolders roles) =>
        [
            new("entry", opened.EntryId),
            new("follows", opened.FollowsCase ?? ""),
            new("owner", Owners.CanBeNotified(opened.Owner) ? opened.Owner.Id.Value : "typed"),
            new("tier", opened.Assessment.Tier.ToString()),
            new("score", opened.Assessment.Score.ToString(CultureInfo.InvariantCulture)),
            new("policy", opened.PolicyHash),
            new("content", DecisionBasis.Hash(opened, policy)),
            .. SeatDeviations.Details(opened, roles).Select(detail => new KeyValuePair<string, string>(detail.Name, detail.Value)),
        ];

    private static IEnumerable<AuditEvent> MainTypeChanged(Case opened, Policy policy, Context context)
    {
        if (!opened.Answers.Answered("main"))
            yield break;
        var suggested = Assessor.Assess(policy, opened.Answers.Without("main")).Type;
        if (suggested == opened.Assessment.Type)
            yield break;
        yield return new(
            AuditEventKind.MainTypeChanged,
            opened.Requester.Id,
            context.Now,
            [new("from", suggested), new("to", opened.Assessment.Type)]
        );
    }
}
