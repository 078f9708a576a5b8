namespace SupplierBot.Onboarding;

/// <summary>The one visible switch: what lies on the desk, what was sent, who sent it. Pure; refusals are answers.</summary>
public static class Casework
{
    /// <summary>No card has such a button.</summary>
    internal const string UnknownVerb = "unknown_verb";

    public static Outcome Handle(Desk desk, Input input, Actor actor, Policy policy, Context context) => input switch
    {
        Input.Removed => new Outcome { Answer = null },
        _ when !actor.Member => Refusals.NotMember(context),
        Input.Said said => Said(DraftTalk.Read(said, desk, actor, policy, context), desk, actor, policy, context),
        Input.Pressed { Verb: "open", Target.Length: > 0 } press => Pressed(press, desk, actor, policy, context),
        Input.Pressed { Stamp.Draft: not null } => Drafting.Handle(desk, input, actor, policy, context),
        Input.Pressed press => Pressed(press, desk, actor, policy, context),
        Input.Searched searched => RegisterLookup.Search(searched, desk, context, policy),
        _ => Drafting.Handle(desk, input, actor, policy, context),
    };

    /// <summary>Of what was done before, and is not done again: what there is now, with what was said of it then.</summary>
    public static View Again(Desk desk, Input input, Actor actor, Policy policy, Context context) => Handle(desk, input, actor, policy, context) switch
    {
        { ChangesNothing: true, Repeats: false, Answer: { } same } => same,
        { Said: var said } when desk.Case is { } current && Looking(current, desk, input, actor, policy, context) is { SeesWhole: true } looking => CaseViews.For(looking, said) with { Thanks = true },
        _ when Drafting.SittingOf(desk, actor, policy, context) is { } sitting => sitting.Show().Answer!,
        _ => Notices.Done(context.Wording),
    };

    private static Hearing Looking(Case current, Desk desk, Input input, Actor actor, Policy policy, Context context)
    {
        var press = input as Input.Pressed ?? new Input.Pressed("open", "", Stamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion), new Dictionary<string, string>(), false);
        return new(Renewals.Today(current, desk.Before), press, actor, desk, policy, context);
    }

    private static Outcome Said(Command command, Desk desk, Actor actor, Policy policy, Context context) => command switch
    {
        Command.CanIUse(var name) => RegisterLookup.CanIUse(name, desk, context, policy),
        Command.Find(var text) => RegisterLookup.Find(text, 0, desk, context, policy),
        Command.Mine => CaseLists.Mine(0, desk, context),
        Command.Pending => CaseLists.Pending(0, desk, actor, context),
        Command.Status(var id) => CaseLists.Status(id, desk, actor, policy, context),
        Command.Withdraw(var id) => CaseLists.Withdraw(id, desk, actor, policy, context),
        Command.Assign(var id, var name) => CaseLists.Assign(id, name, desk, actor, policy, context),
        Command.OfEntry(var verb, var id) => CaseLists.OfEntry(verb, id, desk, actor, policy, context),
        _ => DraftTalk.Handle(command, desk, actor, policy, context),
    };

    private static Outcome Pressed(Input.Pressed press, Desk desk, Actor actor, Policy policy, Context context) => press switch
    {
        { Verb: "next_page" } => CaseLists.Page(press.Target, desk, actor, policy, context),
        { Verb: "open", Stamp.Case: null, Target: "" } when press.Value(CaseLists.Pick).Length == 0 => Drafting.Handle(desk, press, actor, policy, context),
        { Stamp.Case: null } when !CaseLists.NamesOne(press) && IntakeVerbs.Contains(press.Verb) => Drafting.Handle(desk, press, actor, policy, context),
        _ when desk.Case is not { } current => Refusals.UnknownCase(press, desk, policy, context),
        _ => Heard(new Hearing(Renewals.Today(desk.Case!, desk.Before), press, actor, desk, policy, context)),
    };

    private static readonly string[] IntakeVerbs = ["answer", "back", "edit", "cancel", "submit", "discard"];

    private static Outcome Heard(Hearing hearing) => hearing switch
    {
        { SeesWhole: false } => Refusals.UnknownCase(hearing.Press, hearing.Desk, hearing.Policy, hearing.Context),
        { Press.Automatic: true } => Outcome.Say(CaseViews.For(hearing, "")),
        _ when !Authority.NamesItsCase(hearing.Press, hearing.Case) => hearing.Refuse("refusal.which_case", ("id", hearing.Case.Id)),
        _ => Acted(hearing).OrUnclear(hearing),
    };

    private static Outcome Acted(Hearing hearing) => hearing.Press.Verb switch
    {
        "review" => Reviewing.Open(hearing),
        "approve" => Approving.Plainly(hearing),
        "approve_conditions" => Approving.WithConditions(hearing),
        "reject" => Rejecting.Handle(hearing),
        "ask" => Enquiring.Ask(hearing),
        "reply" => Enquiring.Reply(hearing),
        "settle" => Settling.Handle(hearing),
        "claim" => Reviewing.Claim(hearing),
        "withdraw" => Withdrawing.Handle(hearing),
        "edit" => TakingUp.Handle(hearing),
        "done" => Conditioning.Done(hearing),
        "confirm" => Conditioning.Confirm(hearing),
        "revoke" => Revoking.Handle(hearing),
        "renew" => Renewing.Review(hearing),
        "changed" => Renewing.Changed(hearing),
        "exit" => Exiting.Handle(hearing),
        "ended" => Exiting.Confirm(hearing),
        "checked" => Noting.Checked(hearing),
        "report" => Noting.ReportSeen(hearing),
        "incident" => Noting.Incident(hearing),
        "assign" => Assigning.Handle(hearing),
        "remind" => Reminding.Handle(hearing),
        "open" => Outcome.Say(CaseViews.For(hearing, "")),
        _ => Outcome.Say(CaseViews.For(hearing, "")) with { Refused = UnknownVerb },
    };
}
