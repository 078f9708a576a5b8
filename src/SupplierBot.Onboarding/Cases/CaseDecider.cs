using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The one visible switch: what is known, what was asked for, who asked. Pure; refusals are answers.</summary>
public static class CaseDecider
{
    /// <summary>No card has such a button.</summary>
    internal const string UnknownVerb = "unknown_verb";

    public static Outcome Handle(TurnState state, Request request, Actor actor, Policy policy, Context context) =>
        WithUndo(Read(state.AsRead(actor.Id, context), request, actor, policy, context), state, actor, context);

    /// <summary>
    /// What somebody else can still undo is not told: who looks, or asks, reads the case as it was before. What changes a case is decided
    /// on it as it is.
    /// </summary>
    private static Outcome Read(TurnState state, Request request, Actor actor, Policy policy, Context context) =>
        request is Request.ShowCase or not (Request.OnCase or Request.OnDraft)
        && UndoWindow.AsOthersRead(state, actor, context) is { } before
        && Answered(before, request, actor, policy, context) is { ChangesNothing: true } shown
            ? shown
            : Answered(state, request, actor, policy, context);

    /// <summary>Whatever led to the card: as long as its newest press can be undone, the person who made it can do that there.</summary>
    private static Outcome WithUndo(Outcome outcome, TurnState state, Actor actor, Context context) =>
        outcome is { Answer: { } view } && (outcome.Case ?? state.Case) is { Undoable: not null } current
            ? outcome with
            {
                Answer = UndoOffer.On(view, current, actor, context),
            }
            : outcome;

    private static Outcome Answered(TurnState state, Request request, Actor actor, Policy policy, Context context) =>
        request switch
        {
            Request.Removed => new Outcome { Answer = null },
            _ when !actor.Member => Refusals.NotMember(context),
            { Typed: not null } => Said(DraftTypedText.AsAnswer(request, state, actor, policy, context), state, actor, policy, context),
            _ => Decide(request, state, actor, policy, context),
        };

    /// <summary>What may be the answer to a reviewer is asked about first, unless a form of the person is open.</summary>
    private static Outcome Said(Request request, TurnState state, Actor actor, Policy policy, Context context) =>
        new SentenceRequest(state, actor, policy, context) is { Draft: null } asked && OpenQuestions.Answer(request, asked) is { } offered
            ? offered
            : Decide(request, state, actor, policy, context);

    private static Outcome Decide(Request request, TurnState state, Actor actor, Policy policy, Context context) =>
        request switch
        {
            Request.CanIUse(var name) => RegisterLookup.CanIUse(name, state, context, policy),
            Request.SearchRegister(var text, var from) => RegisterLookup.Find(text, from, state, context, policy),
            Request.BrowseRegister browsed => RegisterLookup.Search(browsed, state, context, policy),
            Request.ShowMine(var from) => CaseLists.Mine(from, state, context),
            Request.ShowPending(var from) => CaseLists.Pending(from, state, actor, context),
            Request.ShowPolicy shown => Outcome.Say(PolicyCards.Of(shown, state.PolicyBefore, policy, context)),
            Request.Download asked => ExportHandler.Handle(asked, actor, policy, context),
            Request.AcknowledgePolicy => Outcome.Say(ExportCards.PolicyRead(policy.Version, context)) with { ReadPolicy = true },
            Request.Sentence said => SentenceDecider.Handle(said, state, actor, policy, context),
            Request.MergeSuppliers asked => MergeHandler.Merge(asked, state, actor, policy, context),
            Request.UndoMerge asked => MergeHandler.Undo(asked, state, actor, policy, context),
            Request.OnCase on when FirstAssessment.Answer(on, state, actor, policy, context) is { } unassessed => unassessed,
            Request.OnCase { Press: null } typed => CaseLists.Named(typed, state, actor, policy, context),
            Request.OnCase pressed when state.Case is not null => Heard(CaseRequest.Of(pressed, state.Case, actor, state, policy, context)),
            Request.OnCase pressed => Refusals.UnknownCase(pressed, state, policy, context),
            Request.RetryUndelivered => Refusals.NothingChosen(context),
            // Pressed where nothing is imported: what to do instead.
            Request.ImportRegister => Decide(new Request.AskForRecords(RecordTopic.Import), state, actor, policy, context),
            // Pressed where others read along.
            Request.PublishPolicy => Outcome.Say(Notices.InPrivate("policy proposal", context.Wording)),
            _ => DraftDecider.Handle(state, request, actor, policy, context),
        };

    /// <summary>Of what was done before, and is not done again: what there is now, with what was said of it then.</summary>
    public static View StillShown(TurnState state, Request request, Actor actor, Policy policy, Context context) =>
        Handle(state, request, actor, policy, context) switch
        {
            { ChangesNothing: true, Repeats: false, Answer: { } same } => same,
            { Said: var said }
                when state.Case is { } current && Looking(current, state, request, actor, policy, context) is { SeesWhole: true } looking =>
                UndoOffer.On(CaseViews.For(looking, said) with { ProblemKind = NoticeKind.Success }, current, actor, context),
            _ when DraftDecider.RequestOf(state, actor, policy, context) is { } draft => draft.Show().Answer!,
            _ => Notices.Done(context.Wording),
        };

    private static CaseRequest Looking(Case current, TurnState state, Request request, Actor actor, Policy policy, Context context) =>
        CaseRequest.Of(request as Request.OnCase ?? new Request.ShowCase { Press = request.Press }, current, actor, state, policy, context);

    /// <summary>About a case that was found, on behalf of somebody who may or may not know of it.</summary>
    internal static Outcome Heard(CaseRequest request) =>
        request switch
        {
            { SeesWhole: false } => Refusals.UnknownCase(request.Asked, request.State, request.Policy, request.Context),
            _ when UndoWindow.IsUnsent(request) => Refusals.UnknownCase(
                request.Asked,
                request.State with
                {
                    Entry = null,
                },
                request.Policy,
                request.Context
            ),
            { Press.Automatic: true } => Outcome.Say(CaseViews.For(UndoWindow.AsOthersRead(request) ?? request, "")),
            _ when !DecisionAuthority.NamesItsCase(request.Asked, request.Case) => request.Refuse(
                "refusal.which_case",
                ("id", request.Case.Id)
            ),
            _ when UndoWindow.AsOthersRead(request) is { } before => Beside(request, before),
            _ => Acted(request).OrUnclear(request),
        };

    /// <summary>
    /// Somebody else pressed a moment ago and can still undo it: who only looks sees the case as it was. What can be done on top of that
    /// press is done, and makes it final; what cannot, and could have been done before it, waits.
    /// </summary>
    private static Outcome Beside(CaseRequest request, CaseRequest before)
    {
        if (request.Asked is Request.Undo)
            return UndoHandler.OfAnother(request, before);
        var acted = Acted(request);
        if (acted.Case is not null)
            return acted;
        var shown = Acted(before);
        return shown.ChangesNothing
            ? shown.OrUnclear(before)
            : before.Refuse("refusal.just_pressed", ("n", UndoOffer.Seconds(request.State.Case!.Undoable!.HeldUntil, request.Context)));
    }

    private static Outcome Acted(CaseRequest request) =>
        request.Asked switch
        {
            _ when MergedNotice.Refusal(request) is { } merged => merged,
            Request.ShowCase or Request.BackToCase => Outcome.Say(CaseViews.For(request, "")),
            Request.ReviewCase => ClaimHandler.Open(request),
            Request.ShowCaseDetails => Outcome.Say(CaseViews.Details(request)),
            Request.Approve => ApproveHandler.Plainly(request),
            Request.ApproveWithConditions => ApproveHandler.WithConditions(request),
            Request.Reject => RejectHandler.Handle(request),
            Request.RequestInformation => InformationRequestHandler.Ask(request),
            Request.ProvideInformation => InformationRequestHandler.Reply(request),
            Request.ResolveOpenPoint => ResolveOpenPointHandler.Handle(request),
            Request.ChangeTier => ChangeTierHandler.Handle(request),
            Request.ClaimCase => ClaimHandler.Claim(request),
            Request.AssignCase(var name) => AssignCaseHandler.Handle(request, name),
            Request.Remind => RemindHandler.Handle(request),
            Request.Withdraw => WithdrawHandler.Handle(request),
            Request.Undo => UndoHandler.Handle(request),
            Request.ReuseAnswers => AnswerReuse.Handle(request),
            Request.RevokeApproval => RevokeApprovalHandler.Handle(request),
            Request.ReportConditionDone => ApprovalConditionHandler.Done(request),
            Request.ConfirmCondition => ApprovalConditionHandler.Confirm(request),
            Request.SendBackCondition => SendBackConditionHandler.Handle(request),
            Request.NameOwner => NameOwnerHandler.Handle(request),
            Request.ChangeOwner(var name) => ChangeOwnerHandler.Handle(request, name),
            Request.AddAlias(var name) => NamesHandler.Add(request, name),
            Request.RemoveAlias(var name) => NamesHandler.Remove(request, name),
            Request.RenameSupplier(var name) => NamesHandler.Rename(request, name),
            Request.ShowEvidence => EvidenceListHandler.Handle(request),
            Request.AddEvidence => AddEvidenceHandler.Handle(request),
            Request.CheckEvidence => CheckEvidenceHandler.Handle(request),
            Request.RecordContract => ContractHandler.Handle(request),
            Request.OpenEvidence => OpenEvidenceHandler.Handle(request),
            Request.ExplainCase => ExplainHandler.Handle(request),
            Request.DownloadSchedule => ExportHandler.Schedule(request),
            Request.DownloadNeeds => ExportHandler.Needs(request),
            Request.ShowClauses => ClauseHandler.List(request),
            Request.SettleClause => ClauseHandler.Handle(request),
            Request.CoverClauses => CoverClausesHandler.Handle(request),
            Request.AcceptClause => AcceptClauseHandler.Handle(request),
            Request.StartReview => StartReviewHandler.Review(request),
            Request.ReportChange => StartReviewHandler.Changed(request),
            Request.RecordCheck => EntryEventHandler.Checked(request),
            Request.RecordReport => EntryEventHandler.ReportSeen(request),
            Request.ReportIncident => EntryEventHandler.Incident(request),
            Request.StartOffboarding => OffboardingHandler.Handle(request),
            Request.ConfirmOffboarding => OffboardingHandler.Confirm(request),
            _ => Outcome.Say(CaseViews.For(request, "")) with { Refused = UnknownVerb },
        };
}
