using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Sentences;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary><c>mine</c>, <c>pending</c>, <c>status</c> and <c>withdraw</c>: lists, and the way from a row to its case.</summary>
public static class CaseLists
{
    public const int PageLength = 6;

    /// <summary>Services of one supplier that a name answers with: ten rows are read for them. <c>find</c> lists all.</summary>
    public const int MostServices = 5;

    /// <summary>The first row of the page shown for what was asked: never behind the last.</summary>
    public static int FirstOf(int asked, int count) => Math.Clamp(asked, 0, Math.Max(0, (count - 1) / PageLength * PageLength));

    internal static Outcome Mine(int from, TurnState state, Context context)
    {
        if (state.Cases.Count == 0 && SeveralDrafts.Of(state, context).Count == 0)
            return Empty("list.mine_empty", context);
        var rows = state.Cases.Select(line => new ListRow("", Mine(line, context))).ToList();
        var sent = ListCard.Show(context.Wording["list.mine_title"], "", new(rows, state.Ends), from, "mine", context);
        return Outcome.Say(from == 0 ? SeveralDrafts.Listed(sent, state, context) : sent);
    }

    internal static Outcome Pending(int from, TurnState state, Actor actor, Context context)
    {
        var lines = context.Roles.ReadsEverything(actor.Id)
            ? state
                .Cases.Where(line => line.Requester.Id != actor.Id)
                .OrderBy(line => Place(line, context))
                .ThenByDescending(line => line.Tier)
                // What waits beside decisions stays as the queue has it.
                .ThenBy(line => line.Agreements is null ? line.DueAt : DateTimeOffset.MaxValue)
                .ToList()
            : [];
        if (lines.Count == 0)
            return Empty("list.pending_empty", context);
        var theirs = lines.Count(line => DigestCard.Waits(line, actor.Id, context.Roles));
        var rows = new ListRows([.. lines.Select(line => Row(line, actor, context))], state.Ends);
        return Outcome.Say(
            ListCard.Show(
                theirs == 0 ? context.Wording["list.pending_title"] : context.Wording.Fill("list.pending_yours", ("n", rows.Words(theirs))),
                theirs == lines.Count
                    ? context.Wording["list.pending_order"]
                    : context.Wording.Fill("list.pending_small", ("n", rows.Words(rows.Count))),
                rows,
                from,
                "pending",
                context
            )
        );
    }

    /// <summary>
    /// What was typed about a case or an entry, by its number or without one: as the button on the newest card of the case would do it.
    /// </summary>
    internal static Outcome Named(Request.OnCase typed, TurnState state, Actor actor, Policy policy, Context context) =>
        typed switch
        {
            Request.ShowCase { Number: null } when state.Cases.Count != 1 => Mine(0, state, context),
            { Number: { } name } when NamedCases.IsName(name) => NamedCases.Handle(typed, name, new(state, actor, policy, context)),
            Request.ShowCase show => Seen(show, state, actor, policy, context) is { } request
                ? Outcome.Say(CaseViews.For(request, ""))
                : Refusals.UnknownCase(show.Number ?? state.Cases[0].Id, context),
            Request.Withdraw withdraw => Withdraw(withdraw, state, actor, policy, context),
            Request.Undo { Number: null } when state.Case is null => Empty("list.nothing_to_undo", context),
            Request.Remind { Number: null } => NamedCases.Remind(new(state, actor, policy, context)),
            { Number: null } when state.Case is null => Empty("list.which_entry", context),
            _ when state.Case is null => Refusals.UnknownCase(typed.Number ?? "", context),
            _ => CaseDecider.Heard(CaseRequest.Of(typed, state.Case, actor, state, policy, context)),
        };

    internal static Outcome Withdraw(Request.Withdraw withdraw, TurnState state, Actor actor, Policy policy, Context context)
    {
        var open = state.Cases.Where(line => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested).ToList();
        if (withdraw.Number is null && open.Count == 0)
            return Empty("list.nothing_to_withdraw", context);
        if (withdraw.Number is null && (open.Count > 1 || state.Case?.Id != open[0].Id))
            return Which(open, context);
        return Seen(withdraw, state, actor, policy, context) is { } request
            ? CaseDecider.Heard(request)
            : Refusals.UnknownCase(withdraw.Number ?? open[0].Id, context);
    }

    private static CaseRequest? Seen(Request.OnCase typed, TurnState state, Actor actor, Policy policy, Context context) =>
        state.Case is { } current
        && (typed.Number is null || typed.Number == current.Id || typed.Number == current.EntryId)
        && CaseRequest.Of(typed, current, actor, state, policy, context) is { SeesWhole: true } request
            ? request
            : null;

    private static Outcome Which(IReadOnlyList<CaseLine> open, Context context) =>
        Outcome.Say(
            new View.Notice("", [new LabelledText(context.Wording["list.withdraw_which"])])
            {
                Plain = context.Wording["list.withdraw_which"],
                Buttons =
                [
                    .. open.Take(6).Select(line => new Button(Texts.Clip(line.Supplier, 40), Verbs.Say, Says: $"withdraw {line.Id}")),
                ],
            }
        );

    private static ListRow Row(CaseLine line, Actor actor, Context context) =>
        new(
            context.Wording[$"list.group_{Group(line, context)}"],
            Rows.Waiting(line, DigestCard.Waits(line, actor.Id, context.Roles), context)
        );

    private static CardRow Mine(CaseLine line, Context context) =>
        line.Status switch
        {
            CaseStatus.InReview => Rows.Case(
                line,
                context.Wording.Fill("list.mine_row", ("who", Rows.Names(line, context)), ("due", Dates.Day(line.DueAt, context))),
                "button.open",
                context
            ),
            CaseStatus.InfoRequested => Rows.Case(line, context.Wording["list.mine_row_asked"], "button.answer_row", context),
            _ => Rows.Case(line, CaseTexts.Status(line.Status, context), "button.open", context),
        };

    /// <summary>In the order they are shown: what is late first, what waits for somebody else last.</summary>
    private static PendingGroup Group(CaseLine line, Context context) =>
        line switch
        {
            { Agreements: not null } => PendingGroup.Agreements,
            { Status: CaseStatus.InfoRequested } => PendingGroup.Requester,
            _ when line.DueAt < context.Now => PendingGroup.Overdue,
            { ApprovalsGiven: > 0 } when line.ApprovalsNeeded - line.ApprovalsGiven == 1 => PendingGroup.OneMore,
            { OpenPoints: 0 } => PendingGroup.Quick,
            _ => PendingGroup.Open,
        };

    /// <summary>
    /// As the index of what waits has them, so that pages that are read one by one fit together: everything begun stands before what is
    /// not.
    /// </summary>
    private static PendingGroup Place(CaseLine line, Context context) =>
        Group(line, context) is var group && group > PendingGroup.OneMore && group < PendingGroup.Requester && line.ApprovalsGiven > 0
            ? PendingGroup.OneMore
            : group;

    private enum PendingGroup
    {
        Overdue,
        OneMore,
        Quick,
        Open,
        Requester,
        Agreements,
    }

    private static Outcome Empty(string key, Context context) =>
        Outcome.Say(new View.Notice("", [new LabelledText(context.Wording[key])]) { Plain = Texts.Clip(context.Wording[key], 120) });
}
