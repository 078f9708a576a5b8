using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>The one visible switch: what lies on the desk, what was sent, who sent it. Pure; refusals are answers.</summary>
public static class CaseDecider
{
    /// <summary>No card has such a button.</summary>
    internal const string UnknownVerb = "unknown_verb";

    public static Outcome Handle(TurnState state, Input input, Actor actor, Policy policy, Context context) => input switch
    {
        Input.Removed => new Outcome { Answer = null },
        _ when !actor.Member => Refusals.NotMember(context),
        Input.Said said => Said(DraftTypedText.Read(said, state, actor, policy, context), state, actor, policy, context),
        Input.Pressed { Verb: "open", Target.Length: > 0 } press => Pressed(press, state, actor, policy, context),
        Input.Pressed { Stamp.Draft: not null } => DraftDecider.Handle(state, input, actor, policy, context),
        Input.Pressed press => Pressed(press, state, actor, policy, context),
        Input.Searched searched => RegisterLookup.Search(searched, state, context, policy),
        _ => DraftDecider.Handle(state, input, actor, policy, context),
    };

    /// <summary>Of what was done before, and is not done again: what there is now, with what was said of it then.</summary>
    public static View StillShown(TurnState state, Input input, Actor actor, Policy policy, Context context) => Handle(state, input, actor, policy, context) switch
    {
        { ChangesNothing: true, Repeats: false, Answer: { } same } => same,
        { Said: var said } when state.Case is { } current && Looking(current, state, input, actor, policy, context) is { SeesWhole: true } looking => CaseViews.For(looking, said) with { Thanks = true },
        _ when DraftDecider.RequestOf(state, actor, policy, context) is { } request => request.Show().Answer!,
        _ => Notices.Done(context.Wording),
    };

    private static CaseRequest Looking(Case current, TurnState state, Input input, Actor actor, Policy policy, Context context)
    {
        var press = input as Input.Pressed ?? new Input.Pressed("open", "", CardStamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion), new Dictionary<string, string>(), false);
        return new(PeriodicReview.Today(current, state.Before), press, actor, state, policy, context);
    }

    private static Outcome Said(Command command, TurnState state, Actor actor, Policy policy, Context context) => command switch
    {
        Command.CanIUse(var name) => RegisterLookup.CanIUse(name, state, context, policy),
        Command.Find(var text) => RegisterLookup.Find(text, 0, state, context, policy),
        Command.Mine => CaseLists.Mine(0, state, context),
        Command.Pending => CaseLists.Pending(0, state, actor, context),
        Command.Status(var id) => CaseLists.Status(id, state, actor, policy, context),
        Command.Withdraw(var id) => CaseLists.Withdraw(id, state, actor, policy, context),
        Command.Assign(var id, var name) => CaseLists.Assign(id, name, state, actor, policy, context),
        Command.OfEntry(var verb, var id) => CaseLists.OfEntry(verb, id, state, actor, policy, context),
        _ => DraftTypedText.Handle(command, state, actor, policy, context),
    };

    private static Outcome Pressed(Input.Pressed press, TurnState state, Actor actor, Policy policy, Context context) => press switch
    {
        { Verb: "next_page" } => CaseLists.Page(press.Target, state, actor, policy, context),
        { Verb: "open", Stamp.Case: null, Target: "" } when press.Value(CaseLists.Pick).Length == 0 => DraftDecider.Handle(state, press, actor, policy, context),
        { Stamp.Case: null } when !CaseLists.NamesOne(press) && IntakeVerbs.Contains(press.Verb) => DraftDecider.Handle(state, press, actor, policy, context),
        _ when state.Case is not { } current => Refusals.UnknownCase(press, state, policy, context),
        _ => Heard(new CaseRequest(PeriodicReview.Today(state.Case!, state.Before), press, actor, state, policy, context)),
    };

    private static readonly string[] IntakeVerbs = ["answer", "back", "edit", "cancel", "submit", "discard"];

    private static Outcome Heard(CaseRequest request) => request switch
    {
        { SeesWhole: false } => Refusals.UnknownCase(request.Press, request.State, request.Policy, request.Context),
        { Press.Automatic: true } => Outcome.Say(CaseViews.For(request, "")),
        _ when !DecisionAuthority.NamesItsCase(request.Press, request.Case) => request.Refuse("refusal.which_case", ("id", request.Case.Id)),
        _ => Acted(request).OrUnclear(request),
    };

    private static Outcome Acted(CaseRequest request) => request.Press.Verb switch
    {
        "review" => ClaimHandler.Open(request),
        "approve" => ApproveHandler.Plainly(request),
        "approve_conditions" => ApproveHandler.WithConditions(request),
        "reject" => RejectHandler.Handle(request),
        "ask" => InformationRequestHandler.Ask(request),
        "reply" => InformationRequestHandler.Reply(request),
        "settle" => ResolveOpenPointHandler.Handle(request),
        "claim" => ClaimHandler.Claim(request),
        "withdraw" => WithdrawHandler.Handle(request),
        "edit" => AnswerReuse.Handle(request),
        "done" => ApprovalConditionHandler.Done(request),
        "confirm" => ApprovalConditionHandler.Confirm(request),
        "revoke" => RevokeApprovalHandler.Handle(request),
        "renew" => StartReviewHandler.Review(request),
        "changed" => StartReviewHandler.Changed(request),
        "exit" => OffboardingHandler.Handle(request),
        "ended" => OffboardingHandler.Confirm(request),
        "checked" => EntryEventHandler.Checked(request),
        "report" => EntryEventHandler.ReportSeen(request),
        "incident" => EntryEventHandler.Incident(request),
        "assign" => AssignCaseHandler.Handle(request),
        "remind" => RemindHandler.Handle(request),
        "open" => Outcome.Say(CaseViews.For(request, "")),
        _ => Outcome.Say(CaseViews.For(request, "")) with { Refused = UnknownVerb },
    };
}
