using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>One clause: what is demanded and why, what somebody said of it, and how it is settled.</summary>
internal static class ClauseForm
{
    /// <param name="wrong">The field that the problem is about; empty where it is about none.</param>
    public static View.Form Of(CaseRequest request, ClauseLine line, string problem = "", string wrong = "")
    {
        var fills = Fills(request, line);
        var foot =
            !fills ? "form.clause_foot_reads"
            : ClauseRights.MaySettle(request) ? "form.clause_foot"
            : "form.clause_foot_proposes";
        return CaseForms.Of(
            request,
            Verbs.Clause,
            ClauseTarget.Of(line, ClauseTarget.Next),
            problem,
            fills ? ClauseFields.Of(request, line, wrong, problem) : [],
            [.. Lines(request, line)],
            foot
        ) with
        {
            Title = line.Clause.Title,
            Buttons = [.. Buttons(request, line, fills)],
        };
    }

    /// <summary>Anybody who decides; the requester and the owner as long as nobody has settled it.</summary>
    public static bool Fills(CaseRequest request, ClauseLine line) =>
        ClauseRights.MaySettle(request) || (ClauseRights.MayPropose(request) && line.IsOpen);

    public static IEnumerable<LabelledText> Lines(CaseRequest request, ClauseLine line)
    {
        yield return new(
            request.Say(
                "clause.small",
                ("supplier", Texts.Clip(request.Case.Supplier, 60)),
                ("number", CaseTexts.Number(line.Number)),
                ("all", CaseTexts.Number(request.Case.Assessment.Clauses.Count)),
                ("heading", line.Heading)
            )
        );
        yield return new(line.Clause.Plain, request.Say("clause.demand"));
        yield return new(ClauseWords.Why(line, request.Context.Wording) + (line.BeforeUse ? $" {request.Say("clause.before_use")}" : ""));
        if (line.Item.Proposed is not null)
            yield return new(ClauseWords.Proposal(line.Item, request.Context.Wording));
        foreach (var said in ClauseWords.Now(line, request.Context))
            yield return said;
    }

    private static IEnumerable<Button> Buttons(CaseRequest request, ClauseLine line, bool fills)
    {
        if (fills)
        {
            yield return new(
                request.Say("form.clause_send"),
                Verbs.Clause,
                ClauseTarget.Of(line, ClauseTarget.Next),
                Style: ButtonStyle.Main,
                Checks: true
            );
            yield return new(request.Say("button.save"), Verbs.Clause, ClauseTarget.Of(line), Checks: true);
        }
        yield return new(request.Say("button.clauses"), Verbs.Clauses);
        yield return new(request.Say("button.back"), Verbs.Back);
    }
}
