using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Onboarding.Views;

/// <summary>The review card in a place of the role: the same for everybody, with one button.</summary>
internal static class ReviewCard
{
    public static View.Review Show(Case current, string slot, Policy policy, Context context)
    {
        var parts = new ReviewParts(current, policy, context);
        return new(
            parts.Title,
            parts.Small,
            parts.Tier,
            parts.Due,
            parts.Purpose,
            parts.From,
            [.. parts.Details, .. ClauseTexts.Changed(current, policy, context)],
            parts.Why,
            parts.Open
        )
        {
            Plain = parts.Plain,
            Stamp = CardStamp.OfCase(current.Id, slot, current.ContentVersion),
            Buttons = [new(context.Wording["button.review"], Verbs.Review, Style: ButtonStyle.Main)],
        };
    }
}

/// <summary>What the review card and the deciding view have in common.</summary>
internal sealed record ReviewParts(Case Case, Policy Policy, Context Context)
{
    private Wording Wording => Context.Wording;

    public string Title => Case.Supplier;
    public string Small =>
        string.Join(" · ", new[] { Case.Service, Case.Answers.One("website") ?? "", Case.Id, Replaces }.Where(text => text.Length > 0));
    private string Replaces =>
        ChangedAnswers.Replaced(Case, Policy) is { Length: > 0 } supplier ? Wording.Fill("review.replaces", ("supplier", supplier)) : "";
    public string Tier => TierTexts.Title(Case, Policy, Context);
    public string Purpose => Wording.Fill("review.purpose", ("purpose", Case.Answers.One("purpose") ?? ""));
    public string Plain =>
        Texts.Clip(
            Wording.Fill(
                "review.plain",
                ("supplier", Texts.Clip(Case.Supplier, 60)),
                ("tier", CaseTexts.Tier(Case, Context)),
                ("due", Dates.Day(Case.DueAt, Context))
            ),
            120
        );

    public string Due
    {
        get
        {
            var quorum = Quorum.Of(Case, Context.Roles);
            var left = Context.Calendar.WorkingDaysLeft(Context.Now, Case.DueAt);
            var key =
                Case.Status == CaseStatus.InfoRequested ? "review.due_waiting"
                : Case.DueAt < Context.Now ? "review.due_past"
                : "review.due";
            return Wording.Fill(
                key,
                ("due", Dates.Day(Case.DueAt, Context)),
                ("left", CaseTexts.Number(left)),
                ("given", CaseTexts.Number(quorum.Given)),
                ("needed", CaseTexts.Number(quorum.Needed))
            );
        }
    }

    public string From
    {
        get
        {
            var people = Wording.Fill("review.from", ("requester", Case.Requester.Name), ("owner", Case.Owner.Name));
            if (Case.ReviewOrigin is not null || Dates.Read(Case.Answers.One("start") ?? "") is not { } start)
                return people;
            var key = start < Context.Calendar.Today(Case.SubmittedAt) ? "review.in_use" : "review.start";
            return $"{people} · {Wording.Fill(key, ("start", Dates.Day(start, Context)))}";
        }
    }

    public IEnumerable<LabelledText> Details =>
        Policy
            .Questions.Where(question => question.ReviewCardPlace is not null)
            .OrderBy(question => question.ReviewCardPlace)
            .Select(question => question.Id)
            .Intersect(SkippedQuestions.Reachable(Policy, Case.Answers))
            .Where(Case.Answers.Answered)
            .Select(id => new LabelledText(CaseTexts.Answer(id, Case.Answers, Policy, Context), Policy.Question(id).Label));

    public string Why
    {
        get
        {
            var reasons = Case.Assessment.Floors.Select(floor => $"{floor.Words} ({floor.Id})").ToList();
            var points = Wording.Fill("review.points", ("score", CaseTexts.Number(Case.Assessment.Score)));
            return Wording.Fill("review.why", ("why", string.Join("; ", reasons.Append(points))));
        }
    }

    public string Open =>
        Wording.Fill(
            "review.open",
            ("open", CaseTexts.Number(Case.Assessment.OpenPoints.Count)),
            ("checks", CaseTexts.Number(Case.Assessment.Checks.Count)),
            ("clauses", CaseTexts.Number(Case.Assessment.Clauses.Count))
        );
}
