using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Agreements;

/// <summary>Many clauses in one press: all that are open are ticked, and what one document doesn't say is unticked.</summary>
internal static class CoverClausesHandler
{
    private const string Which = "cover_which";

    /// <summary>What a label of every client takes.</summary>
    private const int LongestChoice = 75;

    public static Outcome Handle(CaseRequest request)
    {
        if (!ClauseRights.MayPropose(request) && ClauseRights.Settles(request) is { } refused)
            return refused;
        if (ClauseRights.Closed(request) is { } closed)
            return closed;
        var open = ClauseLines.Of(request).Where(line => line.IsOpen).ToList();
        if (open.Count == 0 || request.Case.Assessment.InternalChecksOnly)
            return ClauseHandler.List(request);
        var sent = request.Press.Target.Length > 0;
        if (!sent)
            return Outcome.Say(Form(request, open, ""));
        if (request.Press.Target != StampOf(open))
            return Outcome.Say(Form(request, open, request.Say("cover.meanwhile"))) with
            {
                Refused = "cover.meanwhile",
                Repeats = true,
                Operation = request.FormOperation,
            };
        var picked = open.Where(line => request.Press.Picked(Which).Contains(line.Clause.Id)).ToList();
        return Problem(request, picked) is { } wrong
            ? Outcome.Say(Form(request, open, wrong.Words, wrong.Field)) with
            {
                Refused = wrong.Key,
            }
            : Covered(request, picked);
    }

    private static ClauseInput.Wrong? Problem(CaseRequest request, IReadOnlyList<ClauseLine> picked)
    {
        if (picked.Count == 0)
            return ClauseInput.Wrongly(request, "cover.nothing", Which);
        if (request.Press.Value(ClauseFields.State) is not ("agreed" or "covered"))
            return ClauseInput.Wrongly(request, "clause.state_missing", ClauseFields.State);
        if (ClauseInput.TooLong(request) is { } longer)
            return longer;
        if (VisibleText.LettersAndDigits(request.Typed(ClauseFields.Document)) < 2)
            return ClauseInput.Wrongly(request, "approve.reference_missing", ClauseFields.Document);
        return
            VisibleText.LettersAndDigits(request.Typed(ClauseFields.Section)) == 0
            && picked.FirstOrDefault(line => line.NeedsSection) is { } first
            ? ClauseInput.Wrongly(request, "clause.section_missing", ClauseFields.Section, ("clause", first.Clause.Title))
            : null;
    }

    private static Outcome Covered(CaseRequest request, IReadOnlyList<ClauseLine> picked)
    {
        var state = request.Press.Value(ClauseFields.State) == "agreed" ? ClauseState.Agreed : ClauseState.CoveredByTheirTerms;
        var settles = ClauseRights.MaySettle(request);
        var items = picked.Select(line => ItemOf(request, line, state, settles)).ToList();
        (string, string)[] holes =
        [
            ("name", request.Actor.Person.Name),
            ("n", CaseTexts.Number(picked.Count)),
            ("document", ClauseWords.Where(items[0])),
        ];
        var said = request.Say(settles ? "cover.saved" : "cover.proposed", holes);
        return request.Accept(
            ClauseLines.With(request, items),
            request.Event(
                settles ? AuditEventKind.ClauseSettled : AuditEventKind.ClauseProposed,
                ClauseWords.Where(items[0]),
                (ClauseEvents.Points, string.Join(',', picked.Select(line => line.Clause.Id))),
                (ClauseEvents.Became, state.ToString())
            ),
            request.SayStored(settles ? "story.clauses_covered" : "story.clauses_proposed", holes),
            request.FormOperation,
            committed => ClauseListCard.Show(committed, said),
            said
        );
    }

    private static ClauseItem ItemOf(CaseRequest request, ClauseLine line, ClauseState state, bool settles) =>
        ClauseHandler.By(
            request,
            line.Item,
            new ClauseItem(line.Clause.Id, settles ? state : ClauseState.Requested)
            {
                Document = TypedText.OneLine(request.Typed(ClauseFields.Document)),
                Version = TypedText.OneLine(request.Typed(ClauseFields.Version)),
                Section = TypedText.OneLine(request.Typed(ClauseFields.Section)),
                Proposed = settles ? null : state,
            }
        );

    /// <summary>Of all that are open: a press over another list than was shown shows the list as it is.</summary>
    private static string StampOf(IReadOnlyList<ClauseLine> open) =>
        HashChain.Salted("", string.Join('\n', open.Select(line => line.Stamp)))[..12];

    private static View.Form Form(CaseRequest request, IReadOnlyList<ClauseLine> open, string problem, string wrong = "")
    {
        var sent = request.Press.Target.Length > 0;
        Field[] fields =
        [
            FormFields.Several(
                Which,
                request.Say("form.cover_which"),
                sent ? request.Press.Value(Which) : string.Join(',', open.Select(line => line.Clause.Id)),
                [.. open.Select(line => new FieldChoice(line.Clause.Id, Texts.Clip(line.Clause.Title, LongestChoice)))]
            ),
            FormFields.One(
                ClauseFields.State,
                request.Say("form.cover_state"),
                sent ? request.Press.Value(ClauseFields.State) : "covered",
                [new("covered", request.Say("form.clause_covered")), new("agreed", request.Say("form.clause_agreed"))]
            ),
            .. ClauseFields
                .Texts.Where(text => text.Field != ClauseFields.Words)
                .Select(text =>
                    FormFields.Text(
                        text.Field,
                        request.Say(text.Label),
                        request.Press.Value(text.Field),
                        text.Most,
                        text.Field == ClauseFields.Document ? request.Say("form.clause_document_help")
                            : text.Field == ClauseFields.Section && open.Any(line => line.NeedsSection)
                                ? request.Say("form.clause_section_help")
                            : ""
                    )
                ),
        ];
        return CaseForms.Of(
            request,
            Verbs.Cover,
            StampOf(open),
            problem,
            [.. fields.Select(field => field.Id == wrong ? field with { Error = problem } : field)],
            [new LabelledText(ClauseListCard.Counted(ClauseLines.Of(request), request.Context.Wording))],
            ClauseRights.MaySettle(request) ? "form.cover_foot" : "form.clause_foot_proposes"
        ) with
        {
            Buttons =
            [
                new(request.Say("form.cover_send"), Verbs.Cover, StampOf(open), Style: ButtonStyle.Main, Checks: true),
                new(request.Say("button.clauses"), Verbs.Clauses),
                new(request.Say("button.back"), Verbs.Back),
            ],
        };
    }
}
