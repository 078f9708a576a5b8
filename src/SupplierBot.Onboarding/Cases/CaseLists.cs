using System.Globalization;
using System.Numerics;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary><c>mine</c>, <c>pending</c>, <c>status</c> and <c>withdraw</c>: lists, and the way from a row to its case.</summary>
public static class CaseLists
{
    /// <summary>The id of the choice among the rows; its value is the id of a case or a register entry.</summary>
    public const string Pick = "pick";

    public const int PageLength = 10;

    /// <summary>The first row of the page shown for what was asked: never behind the last.</summary>
    public static int FirstOf(int asked, int count) => Math.Clamp(asked, 0, Math.Max(0, (count - 1) / PageLength * PageLength));

    /// <summary>Whether it is written like the id of a case or of a register entry; nothing is said about whether there is one.</summary>
    public static bool IsCaseOrEntry(string id) => id.StartsWith("REQ-", StringComparison.Ordinal) || id.StartsWith("SUP-", StringComparison.Ordinal);

    internal static bool NamesOne(Input.Pressed press) => IsCaseOrEntry(press.Target) || IsCaseOrEntry(press.Value(Pick));

    /// <summary>The target of <c>next_page</c> is the first row and the command that made the list: <c>10 pending</c>. Null where it is no such target.</summary>
    public static (int From, string Command)? ReadPage(string target)
    {
        var space = target.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && BigInteger.TryParse(target.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) ? ((int)BigInteger.Clamp(from, 0, int.MaxValue), target[(space + 1)..]) : null;
    }

    internal static Outcome Page(string target, TurnState state, Actor actor, Policy policy, Context context)
    {
        var (from, text) = ReadPage(target) ?? (0, "mine");
        return Command.Parse(text) switch
        {
            Command.Pending => Pending(from, state, actor, context),
            Command.Find(var name) => RegisterLookup.Find(name, from, state, context, policy),
            _ => Mine(from, state, context),
        };
    }

    internal static Outcome Mine(int from, TurnState state, Context context)
    {
        if (state.Cases.Count == 0) return Empty("list.mine_empty", context);
        var rows = state.Cases.Select(line => new ListRow("", line.Id, line.Supplier, MineRow(line, context))).ToList();
        return Outcome.Say(ListCard.Show(context.Wording["list.mine_title"], "", new(rows, state.Ends), from, "mine", [], context));
    }

    internal static Outcome Pending(int from, TurnState state, Actor actor, Context context)
    {
        var rows = context.Roles.ReadsEverything(actor.Id)
            ? state.Cases.Where(line => line.Requester.Id != actor.Id).OrderBy(line => Place(line, context)).ThenByDescending(line => line.Tier).ThenBy(line => line.DueAt).Select(line => Row(line, context)).ToList()
            : [];
        if (rows.Count == 0) return Empty("list.pending_empty", context);
        Button[] claim = context.Roles.Decides(actor.Id) ? [new(context.Wording["button.claim"], "claim", Checks: true)] : [];
        var list = new ListRows(rows, state.Ends);
        return Outcome.Say(ListCard.Show(context.Wording["list.pending_title"], context.Wording.Fill("list.pending_small", ("n", list.Words(list.Count))), list, from, "pending", claim, context));
    }

    internal static Outcome Status(string? id, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (id is null && state.Cases.Count != 1) return Mine(0, state, context);
        return Seen(id, state, actor, policy, context) is { } request ? Outcome.Say(CaseViews.For(request, "")) : Refusals.UnknownCase(id ?? state.Cases[0].Id, context);
    }

    internal static Outcome Withdraw(string? id, TurnState state, Actor actor, Policy policy, Context context)
    {
        var open = state.Cases.Where(line => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested).ToList();
        if (id is null && open.Count == 0) return Empty("list.nothing_to_withdraw", context);
        if (id is null && (open.Count > 1 || state.Case?.Id != open[0].Id)) return Which(open, context);
        return Seen(id, state, actor, policy, context) is { } request ? WithdrawHandler.Handle(request) : Refusals.UnknownCase(id ?? open[0].Id, context);
    }

    /// <summary>As the button on the card of the case behind the line.</summary>
    internal static Outcome OfEntry(string verb, string? id, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (id is null && verb == "remind" && state.Case is null) return Mine(0, state, context);
        if (id is null && state.Case is null) return Empty("list.which_entry", context);
        if (state.Case is not { } current) return Refusals.UnknownCase(id ?? "", context);
        var press = new Input.Pressed(verb, "", CardStamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion), new Dictionary<string, string>(), false);
        return CaseDecider.Handle(state, press, actor, policy, context);
    }

    internal static Outcome Assign(string id, string name, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (state.Case is not { } current) return Refusals.UnknownCase(id, context);
        var press = new Input.Pressed("assign", "", CardStamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion), new Dictionary<string, string> { ["name"] = name }, false);
        return CaseDecider.Handle(state, press, actor, policy, context);
    }

    private static CaseRequest? Seen(string? id, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (state.Case is not { } current || (id is not null && current.Id != id)) return null;
        var press = new Input.Pressed("open", "", CardStamp.OfCase(current.Id, Slot.Receipt, current.ContentVersion), new Dictionary<string, string>(), false);
        var request = new CaseRequest(current, press, actor, state, policy, context);
        return request.SeesWhole ? request : null;
    }

    private static Outcome Which(IReadOnlyList<CaseLine> open, Context context) => Outcome.Say(new View.Notice("", [new LabelledText(context.Wording["list.withdraw_which"])])
    {
        Plain = context.Wording["list.withdraw_which"],
        Buttons = [.. open.Take(6).Select(line => new Button(Texts.Clip(line.Supplier, 40), "say", Says: $"withdraw {line.Id}"))],
    });

    private static ListRow Row(CaseLine line, Context context) => new(
        context.Wording[$"list.group_{Group(line, context)}"],
        line.Id,
        line.Supplier,
        context.Wording.Fill(
            "list.pending_row",
            ("tier", CaseTexts.Tier(line.Tier, context)),
            ("since", Dates.Day(line.SubmittedAt, context)),
            ("due", Dates.Day(line.DueAt, context)),
            ("open", CaseTexts.Number(line.OpenPoints)),
            ("who", line.ClaimedBy is { } claimed ? claimed.Name : CaseTexts.Role(line.NextRole, context))));

    private static string MineRow(CaseLine line, Context context) => line.Status switch
    {
        CaseStatus.InReview => context.Wording.Fill("list.mine_row", ("state", CaseTexts.Status(line.Status, context)), ("who", CaseTexts.Role(line.NextRole, context)), ("due", Dates.Day(line.DueAt, context))),
        CaseStatus.InfoRequested => context.Wording["list.mine_row_asked"],
        _ => CaseTexts.Status(line.Status, context),
    };

    /// <summary>In the order they are shown: what is late first, what waits for somebody else last.</summary>
    private static PendingGroup Group(CaseLine line, Context context) => line switch
    {
        { Status: CaseStatus.InfoRequested } => PendingGroup.Requester,
        _ when line.DueAt < context.Now => PendingGroup.Overdue,
        { ApprovalsGiven: > 0 } when line.ApprovalsNeeded - line.ApprovalsGiven == 1 => PendingGroup.OneMore,
        { OpenPoints: 0 } => PendingGroup.Quick,
        _ => PendingGroup.Open,
    };

    /// <summary>As the index of what waits has them, so that pages that are read one by one fit together: everything begun stands before what is not.</summary>
    private static PendingGroup Place(CaseLine line, Context context) =>
        Group(line, context) is var group && group > PendingGroup.OneMore && group < PendingGroup.Requester && line.ApprovalsGiven > 0 ? PendingGroup.OneMore : group;

    private enum PendingGroup { Overdue, OneMore, Quick, Open, Requester }

    private static Outcome Empty(string key, Context context) =>
        Outcome.Say(new View.Notice("", [new LabelledText(context.Wording[key])]) { Plain = Texts.Clip(context.Wording[key], 120) });
}
