using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// The clauses of a case, and one of them: who decides settles it, the requester and the owner fill in what they know of it, and that is
/// confirmed with one press.
/// </summary>
internal static class ClauseHandler
{
    public static Outcome List(CaseRequest request) => Outcome.Say(ClauseListCard.Show(request));

    public static Outcome Handle(CaseRequest request)
    {
        var target = ClauseTarget.Read(request.Press.Target);
        if (ClauseLines.Find(request, target.Clause) is not { } line)
            return List(request);
        if (!target.IsSent)
            return Outcome.Say(ClauseForm.Of(request, line));
        if (!ClauseRights.MayPropose(request) && ClauseRights.Settles(request) is { } refused)
            return refused;
        if (ClauseRights.Closed(request) is { } closed)
            return closed;
        if (!ClauseForm.Fills(request, line))
            return Outcome.Say(ClauseForm.Of(request, line, request.Say("clause.settled"))) with { Refused = "clause.settled" };
        return ClauseInput.Read(request, line) switch
        {
            ClauseInput.Wrong wrong when target.Stamp == line.Stamp => Outcome.Say(
                ClauseForm.Of(request, line, wrong.Words, wrong.Field)
            ) with
            {
                Refused = wrong.Key,
            },
            ClauseInput.Right right when IsSame(line.Item, Said(request, right.Item)) => Outcome.Say(After(request, line, target, "")),
            ClauseInput.Right right when target.Stamp == line.Stamp => Saved(request, line, target, right),
            _ => Changed(request, line),
        };
    }

    /// <summary>Nothing is overwritten unseen: with everything typed, over what it is now.</summary>
    private static Outcome Changed(CaseRequest request, ClauseLine line)
    {
        var words = request.Say("clause.meanwhile", ("name", line.Item.AcceptedBy?.Name ?? line.Item.By?.Name ?? ""));
        return Outcome.Say(ClauseForm.Of(request, line, words)) with
        {
            Refused = "clause.meanwhile",
            Repeats = true,
            Operation = request.FormOperation,
        };
    }

    private static Outcome Saved(CaseRequest request, ClauseLine line, ClauseTarget target, ClauseInput.Right right)
    {
        var settles = ClauseRights.MaySettle(request);
        var item = By(request, line.Item, Said(request, right.Item));
        var words = request.SayStored($"clause.state.{right.Item.State}");
        var said = Answer(request, line, right, settles);
        var changes = ClauseChanges.Of(request, item);
        return request.Accept(
            ClauseChanges.With(ClauseLines.With(request, [item]), changes, request.Policy),
            request.Event(
                settles ? AuditEventKind.ClauseSettled : AuditEventKind.ClauseProposed,
                ClauseWords.ForRecord(item),
                [
                    (ClauseEvents.Points, line.Clause.Id),
                    (ClauseEvents.Became, right.Item.State.ToString()),
                    .. ClauseChanges.Details(changes),
                ]
            ),
            request.SayStored(
                settles ? "story.clause_settled" : "story.clause_proposed",
                ("name", request.Actor.Person.Name),
                ("clause", line.Clause.Title),
                ("state", words)
            ),
            request.FormOperation,
            committed => After(committed, line, target, said),
            said
        );
    }

    private static string Answer(CaseRequest request, ClauseLine line, ClauseInput.Right right, bool settles) =>
        (settles, right) switch
        {
            (false, _) => request.Say("clause.proposed", ("clause", line.Clause.Title)),
            (_, { Milder.Length: > 0 }) => request.Say("clause.milder", ("clause", line.Clause.Title), ("differs", right.Milder)),
            (_, { Item.State: ClauseState.Changed }) => request.Say("clause.changed", ("clause", line.Clause.Title)),
            _ => request.Say("clause.saved", ("clause", line.Clause.Title)),
        };

    /// <summary>Of somebody who doesn't decide it is asked for, with what they chose.</summary>
    private static ClauseItem Said(CaseRequest request, ClauseItem item) =>
        ClauseRights.MaySettle(request)
            ? item
            : item with
            {
                State = ClauseState.Requested,
                Proposed = item.State == ClauseState.Requested ? null : item.State,
            };

    public static ClauseItem By(CaseRequest request, ClauseItem before, ClauseItem after) =>
        ClauseLedger.After(before, after with { By = request.Actor.Person, At = request.Now });

    /// <summary>The same press of the same form twice changes nothing more.</summary>
    private static bool IsSame(ClauseItem kept, ClauseItem said) =>
        (kept.State, kept.Proposed, kept.Document, kept.Version, kept.Section, kept.Words)
            == (said.State, said.Proposed, said.Document, said.Version, said.Section, said.Words)
        && kept.Values.Count == said.Values.Count
        && kept.Values.All(pair => said.Values.GetValueOrDefault(pair.Key) == pair.Value);

    /// <summary>The next open one, in their order and from the first again, or the list.</summary>
    private static View After(CaseRequest request, ClauseLine line, ClauseTarget target, string said)
    {
        var clean = request.Clean();
        if (target.Then != ClauseTarget.Next)
            return ClauseListCard.Show(clean, said);
        var open = ClauseLines.Of(clean).Where(other => other.Clause.Id != line.Clause.Id && IsNext(clean, other)).ToList();
        return (open.Find(other => other.Number > line.Number) ?? open.FirstOrDefault()) is { } next
            ? ClauseForm.Of(clean, next, said)
            : ClauseListCard.Show(clean, said);
    }

    private static bool IsNext(CaseRequest request, ClauseLine line) =>
        line.IsOpen && (ClauseRights.MaySettle(request) || line.Item.State == ClauseState.Open);

    /// <summary>As if pressed with nothing filled in: what was typed belongs to the form before.</summary>
    private static CaseRequest Clean(this CaseRequest request) =>
        request with
        {
            Asked = request.Asked with
            {
                Press = request.Press with { Values = new Dictionary<string, string>(), Stamp = request.Press.Stamp with { Page = null } },
            },
        };
}
