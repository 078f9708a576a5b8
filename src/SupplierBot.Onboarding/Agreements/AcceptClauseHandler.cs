using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>
/// Legal takes a change or doesn't; for the gap of a refused clause somebody answers until a day. Neither is done by who said so, where
/// another could.
/// </summary>
internal static class AcceptClauseHandler
{
    private const string Reason = "accept_reason";
    private const string Until = "accept_until";

    public static Outcome Handle(CaseRequest request)
    {
        var target = ClauseTarget.Read(request.Press.Target);
        if (ClauseLines.Find(request, target.Clause) is not { } line)
            return ClauseHandler.List(request);
        if (!ClauseRights.Waits(line.Item))
            return request.Refuse("accept.nothing", ("clause", line.Clause.Title));
        if (ClauseRights.Accepts(request, line.Item) is { } refused)
            return refused;
        if (IsGap(line) && IsNever(request, line))
            return request.Refuse("accept.never", ("clause", line.Clause.Title));
        if (!target.IsSent)
            return Outcome.Say(Form(request, line));
        if (target.Stamp != line.Stamp)
            return Outcome.Say(Form(request, line, request.Say("clause.meanwhile", ("name", line.Item.By?.Name ?? "")))) with
            {
                Refused = "clause.meanwhile",
                Repeats = true,
                Operation = request.FormOperation,
            };
        var reason = request.Typed(Reason);
        if (CommentLength.Problem(reason, request) is { Length: > 0 } problem)
            return Wrongly(request, line, "refusal.too_short", problem, Reason);
        if (target.Then == ClauseTarget.Refuse)
            return IsGap(line) ? ClauseHandler.List(request) : Refused(request, line, reason);
        return IsGap(line) ? Gap(request, line, reason) : Change(request, line, reason);
    }

    private static bool IsGap(ClauseLine line) => line.Item.State is ClauseState.Refused or ClauseState.RiskAccepted;

    private static bool IsNever(CaseRequest request, ClauseLine line) =>
        request.Policy.Agreements.Acceptance?.Never.Contains(line.Clause.Id) == true;

    private static Outcome Change(CaseRequest request, ClauseLine line, string reason)
    {
        var alone = ClauseRights.RoleFor(request, line.Item) is null && request.Policy.Agreements.LegalRole is not null;
        var accepted = line.Item with { AcceptedBy = request.Actor.Person, AcceptedAt = request.Now };
        var after = ClauseLines.With(request, [accepted]);
        if (alone)
            after = after with { Deviations = [.. after.Deviations, Deviation(request, line)] };
        return Accepted(request, line, after, reason, accepted, "story.clause_accepted", []);
    }

    /// <summary>The policy names a role, and nobody who could holds it.</summary>
    private static string Deviation(CaseRequest request, ClauseLine line) =>
        request.SayStored(
            "deviation.clause_accepted",
            ("name", request.Actor.Person.Name),
            ("clause", line.Clause.Title),
            ("role", CaseTexts.Role(request.Policy.Agreements.LegalRole!, request.Context.ForStorage))
        );

    private static Outcome Gap(CaseRequest request, ClauseLine line, string reason)
    {
        var today = request.Context.Calendar.Today(request.Now);
        var last = today.AddDays(request.Policy.Agreements.Acceptance!.MostDays);
        if (Dates.Read(request.Press.Value(Until)) is not { } until || until <= today || until > last)
            return Wrongly(request, line, "accept.until", request.Say("accept.until", ("day", Dates.Day(last, request.Context))), Until);
        var accepted = ClauseLedger.After(
            line.Item,
            line.Item with
            {
                State = ClauseState.RiskAccepted,
                Words = Texts.Clip(reason, DecisionFields.LongestChange),
                AcceptedBy = request.Actor.Person,
                AcceptedAt = request.Now,
                Until = until,
                Lapsed = false,
            }
        );
        return Accepted(
            request,
            line,
            ClauseLines.With(request, [accepted]),
            reason,
            accepted,
            "story.gap_accepted",
            [("until", Dates.Value(until))]
        );
    }

    private static Outcome Accepted(
        CaseRequest request,
        ClauseLine line,
        Case after,
        string reason,
        ClauseItem item,
        string story,
        ReadOnlySpan<(string Name, string Value)> more
    )
    {
        var said = request.Say("accept.done", ("clause", line.Clause.Title));
        return request.Accept(
            after,
            request.Event(
                AuditEventKind.ClauseAccepted,
                reason,
                [(ClauseEvents.Points, line.Clause.Id), (ClauseEvents.Became, item.State.ToString()), .. more]
            ),
            request.SayStored(
                story,
                ("name", request.Actor.Person.Name),
                ("clause", line.Clause.Title),
                ("day", item.Until is { } until ? Dates.Day(until, request.Context.ForStorage) : ""),
                ("reason", reason)
            ),
            request.FormOperation,
            committed => ClauseListCard.Show(committed, said),
            said
        );
    }

    private static Outcome Refused(CaseRequest request, ClauseLine line, string reason)
    {
        var item = ClauseHandler.By(
            request,
            line.Item,
            line.Item with
            {
                State = ClauseState.Refused,
                Words = Texts.Clip(reason, DecisionFields.LongestChange),
                AcceptedBy = null,
                AcceptedAt = null,
            }
        );
        var said = request.Say("accept.refused", ("clause", line.Clause.Title));
        var changes = ClauseChanges.Of(request, item);
        return request.Accept(
            ClauseChanges.With(ClauseLines.With(request, [item]), changes, request.Policy),
            request.Event(
                AuditEventKind.ClauseSettled,
                reason,
                [(ClauseEvents.Points, line.Clause.Id), (ClauseEvents.Became, item.State.ToString()), .. ClauseChanges.Details(changes)]
            ),
            request.SayStored(
                "story.clause_refused",
                ("name", request.Actor.Person.Name),
                ("clause", line.Clause.Title),
                ("reason", reason)
            ),
            request.FormOperation,
            committed => ClauseListCard.Show(committed, said),
            said
        );
    }

    private static Outcome Wrongly(CaseRequest request, ClauseLine line, string key, string problem, string field) =>
        Outcome.Say(Form(request, line, problem, field)) with
        {
            Refused = key,
        };

    private static View.Form Form(CaseRequest request, ClauseLine line, string problem = "", string wrong = "")
    {
        var gap = IsGap(line);
        Field[] fields =
        [
            FormFields.LongText(
                Reason,
                request.Say(gap ? "form.accept_gap_reason" : "form.accept_reason"),
                request.Press.Value(Reason),
                most: DecisionFields.LongestChange
            ),
            .. gap
                ?
                [
                    FormFields.Date(
                        Until,
                        request.Say("form.accept_until"),
                        request.Press.Value(Until),
                        request.Say("form.accept_until_help", ("n", CaseTexts.Number(request.Policy.Agreements.Acceptance!.MostDays)))
                    ),
                ]
                : Array.Empty<Field>(),
        ];
        return CaseForms.Of(
            request,
            Verbs.AcceptClause,
            ClauseTarget.Of(line),
            problem,
            [.. fields.Select(field => field.Id == wrong ? field with { Error = problem } : field)],
            [.. ClauseForm.Lines(request, line)],
            gap ? "form.accept_gap_foot" : "form.accept_foot"
        ) with
        {
            Title = line.Clause.Title,
            Buttons = [.. Buttons(request, line, gap)],
        };
    }

    private static IEnumerable<Button> Buttons(CaseRequest request, ClauseLine line, bool gap)
    {
        yield return new(
            request.Say(gap ? "form.accept_gap_send" : "form.accept_clause_send"),
            Verbs.AcceptClause,
            ClauseTarget.Of(line),
            Style: ButtonStyle.Main,
            Checks: true
        );
        if (!gap)
            yield return new(
                request.Say("button.refuse_change"),
                Verbs.AcceptClause,
                ClauseTarget.Of(line, ClauseTarget.Refuse),
                Checks: true
            );
        if (ClauseRights.MaySettle(request))
            yield return new(request.Say("button.clause_edit"), Verbs.Clause, line.Clause.Id);
        yield return new(request.Say("button.clauses"), Verbs.Clauses);
        yield return new(request.Say("button.back"), Verbs.Back);
    }
}
